/** Why the demo API refused, by code: HTTP status and title. */
const problems = {
  invalid_request: [400, 'The request is not as the document describes it'],
  missing_credential: [401, 'The service credential is missing or wrong'],
  missing_customer: [403, 'No customer account is named'],
  missing_employee: [403, 'No member of staff is named'],
  not_found: [404, 'Not found'],
  slot_taken: [409, 'This slot has just been taken'],
  already_disputed: [409, 'This invoice is disputed already'],
  duplicate: [409, 'This expense has been claimed already'],
  key_reused: [409, 'This Idempotency-Key was used for another request'],
  not_returnable: [422, 'This item cannot be returned'],
  not_a_slot: [422, 'This is not a bookable slot'],
  not_cancellable: [422, 'This appointment cannot be cancelled any more'],
  not_withdrawable: [422, 'This cannot be taken back any more'],
  not_movable: [422, 'This appointment cannot be moved any more'],
  not_refundable: [422, 'There is nothing to refund on this order'],
  over_limit: [422, 'A person must decide about this amount'],
  in_future: [422, 'This day is still to come'],
  too_old: [422, 'This was paid too long ago'],
  not_covered: [422, 'Such expenses are not paid'],
  closed_day: [422, 'Meals are not paid for days on which the shop is closed'],
  no_receipt: [422, 'A receipt is needed for this amount'],
  not_changeable: [422, 'The address of this order cannot be changed any more'],
  internal: [500, 'The demo company has a fault'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof problems;

/** A refusal of the demo API; becomes an RFC 9457 problem object. */
export class Problem extends Error {
  override name = 'Problem';

  readonly code: ProblemCode;
  readonly detail?: string;

  constructor(code: ProblemCode, detail?: string) {
    super(`${code}: ${detail ?? ''}`);
    this.code = code;
    this.detail = detail;
  }

  /** The response that tells it. */
  toResponse(): Response {
    const [status, title] = problems[this.code];
    return Response.json(
      { type: 'about:blank', title, status, detail: this.detail, code: this.code },
      { status, headers: { 'content-type': 'application/problem+json' } },
    );
  }
}
