import { z } from 'zod';
import { failedUndoStates } from '@/drizzle/schema/action-states';

/** What can happen to an action, in the order in which it mostly does. */
export const actionEventKinds = [
  'proposed',
  'approved',
  'declined',
  'expired',
  'operator-asked',
  'operator-approved',
  'operator-refused',
  'started',
  'answer-lost',
  'checked',
  'repeated',
  'done',
  'failed',
  'left-to-people',
  'undo-asked',
  'undone',
] as const;
export const actionEventKindSchema = z.enum(actionEventKinds);
export type ActionEventKind = z.infer<typeof actionEventKindSchema>;

/** What an event says beside its kind; only what people may see, never arguments or results. */
export const actionEventDetailSchema = z.object({
  /** What asking the API told: `happened`, `not-happened` or `unclear`. */
  found: z.enum(['happened', 'not-happened', 'unclear']).optional(),
  /** The outcome of the tool's result, such as `ok` or `slot_taken`. */
  outcome: z.string().optional(),
  note: z.string().optional(),
});
export type ActionEventDetail = z.infer<typeof actionEventDetailSchema>;

/** One line of an action's history. Times are ISO 8601. */
export interface ActionEvent {
  kind: ActionEventKind;
  /** The name of whoever did it; null where the desk did. */
  by: string | null;
  detail: ActionEventDetail;
  at: string;
}

/** Why an operator must agree to an action, as the desk decided it. Figures carry the call's own unit. */
export const operatorReasonSchema = z.discriminatedUnion('kind', [
  /** The tool is set so. */
  z.object({ kind: z.literal('always') }),
  /** `sum` and what the same person had done `before` within a day come to `limit` or more. */
  z.object({
    kind: z.literal('sum-of-day'),
    sum: z.number(),
    before: z.number(),
    limit: z.number(),
  }),
  /** No sum can be told where there is a limit. */
  z.object({ kind: z.literal('no-sum'), limit: z.number() }),
  /** The business system allows less of it without a decision; decimal amounts. */
  z.object({
    kind: z.literal('more-than-allowed'),
    amount: z.string(),
    allowed: z.string(),
    currency: z.string(),
  }),
]);
export type OperatorReason = z.infer<typeof operatorReasonSchema>;

/** Whether taking something back has come to nothing; undefined is the state of one nobody has seen. */
export function isFailedUndo(state: string | undefined): boolean {
  return failedUndoStates.some((failed) => failed === state);
}

/** An action that waits for an operator, as the inbox lists it. */
export const approvalSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** The case of its conversation that is open and the reader's to see. */
  caseId: z.string().nullable(),
  teamId: z.string(),
  specialist: z.string().nullable(),
  title: z.string(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  /** Null where it was asked for before reasons were kept. */
  reason: operatorReasonSchema.nullable(),
  participant: z.object({
    kind: z.enum(['guest', 'customer', 'staff']),
    name: z.string().nullable(),
  }),
  /** What the person wrote last before it was proposed. */
  askedFor: z.string(),
  /** The reader asked for it: somebody else must decide. */
  isOwn: z.boolean(),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export type Approval = z.infer<typeof approvalSchema>;

/** `GET /api/approvals`: the oldest first. */
export const approvalListSchema = z.object({ approvals: z.array(approvalSchema) });

/** Longest note of an operator, in characters. */
export const maxNoteLength = 500;

/** Body of `POST /api/approvals/:id`. */
export const approvalDecisionSchema = z.object({
  decision: z.enum(['approve', 'refuse']),
  /** Told to the person. */
  note: z.string().trim().max(maxNoteLength).optional(),
});
export type ApprovalDecision = z.infer<typeof approvalDecisionSchema>;
