/** Why an address that somebody entered gave no answer. */
export type FetchReason =
  | 'address_invalid'
  | 'address_refused'
  | 'name_unknown'
  | 'unreachable'
  | 'timed_out'
  | 'too_large'
  | 'too_many_redirects'
  | 'undecodable';

/** A request that could not be made, or whose answer could not be taken. */
export class FetchError extends Error {
  override name = 'FetchError';

  readonly reason: FetchReason;
  /** Host, or the address where it has none, for the sentence that people read. */
  readonly host: string;

  constructor(reason: FetchReason, host: string, options?: ErrorOptions) {
    super(`${reason}: ${host}`, options);
    this.reason = reason;
    this.host = host;
  }
}
