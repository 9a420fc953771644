/** Why an OpenAPI document cannot be used, before anything is called; the sentence stands in `errors.document_<reason>`. */
export type DocumentFaultReason =
  | 'unreadable'
  | 'too_large'
  | 'not_openapi'
  | 'address'
  | 'swagger_2'
  | 'version'
  | 'no_operations'
  | 'outside_reference'
  | 'lost_reference';

/** A document that somebody handed in cannot be used. */
export class DocumentFault extends Error {
  override name = 'DocumentFault';

  readonly reason: DocumentFaultReason;
  /** Where in the document, or what was found there. */
  readonly detail: string;

  constructor(reason: DocumentFaultReason, detail = '', options?: ErrorOptions) {
    super(`${reason}: ${detail}`, options);
    this.reason = reason;
    this.detail = detail;
  }
}
