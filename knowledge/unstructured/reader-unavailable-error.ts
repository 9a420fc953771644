/** Why the service that reads documents could not be asked: a closed list for the log of a document. */
export type ReaderFault =
  | 'timeout'
  | 'unreachable'
  | 'key_refused'
  | 'overloaded'
  | 'failing'
  | 'unreadable_answer'
  | 'resting';

/**
 * The service that reads documents does not serve, which is no fault of the document: try again
 * later. It carries nothing of what the service said, for a service may say back the key it was sent.
 */
export class ReaderUnavailableError extends Error {
  override name = 'ReaderUnavailableError';

  readonly reason: ReaderFault;

  constructor(reason: ReaderFault) {
    super(`the Unstructured service does not serve: ${reason}`);
    this.reason = reason;
  }
}
