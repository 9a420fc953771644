/** The arguments cannot be sent as they are. */
export class BadArguments extends Error {
  override name = 'BadArguments';
}
