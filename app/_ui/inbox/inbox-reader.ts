/** The member of staff who reads the inbox. */
export interface InboxReader {
  id: string;
  /** May hand back a colleague's case. */
  isOverseer: boolean;
  mayReadTranscripts: boolean;
  /** May decide what waits for an operator. */
  mayDecide: boolean;
}
