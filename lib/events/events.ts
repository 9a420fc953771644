import { z } from 'zod';

/** Everything that one process tells the others, through Postgres NOTIFY. Ids only, never content. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message-added'), conversationId: z.string(), seq: z.number().int() }),
  /** A message that waited was taken back by its author. */
  z.object({
    type: z.literal('message-removed'),
    conversationId: z.string(),
    messageId: z.string(),
  }),
  z.object({ type: z.literal('owner-changed'), conversationId: z.string() }),
  z.object({
    type: z.literal('turn-changed'),
    conversationId: z.string(),
    turnId: z.string(),
    state: z.string(),
  }),
  z.object({
    type: z.literal('turn-stop-requested'),
    conversationId: z.string(),
    /** Only this turn; whichever runs when it is absent. */
    turnId: z.string().optional(),
  }),
  z.object({ type: z.literal('case-changed'), caseId: z.string() }),
  /** An action came to wait for an operator, or does so no longer. */
  z.object({ type: z.literal('approval-changed'), actionId: z.string() }),
  /** Tools were given, taken or changed, or the system behind them was. */
  z.object({ type: z.literal('connections-changed'), connectionId: z.string() }),
  /** A call of it showed what people must mend, or that it works again. */
  z.object({ type: z.literal('connection-fault-noted'), connectionId: z.string() }),
  z.object({
    type: z.literal('document-changed'),
    documentId: z.string(),
    /** Its visibility, and the one that it had before. */
    visibilities: z.array(z.string()),
  }),
  /** The index must reload this document's chunks: added, replaced, re-labelled or gone. */
  z.object({ type: z.literal('chunks-changed'), documentId: z.string() }),
  /** Somebody decided how passages are looked for from now on. */
  z.object({ type: z.literal('retrieval-settings-applied') }),
  /** Somebody decided what models may cost from now on. */
  z.object({ type: z.literal('model-budgets-changed') }),
  /** This account may do less than before: what it holds open must be closed, and asked for anew. */
  z.object({ type: z.literal('access-changed'), userId: z.string() }),
  /** There is no mail server: the mail stays in the outbox, and the launcher shows it. */
  z.object({ type: z.literal('mail-kept'), mailId: z.string() }),
]);

export type DeskEvent = z.infer<typeof eventSchema>;
