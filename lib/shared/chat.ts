import type { UIMessage } from 'ai';
import { z } from 'zod';
import { pageUnitSchema } from './page-unit';

/** Longest quote of a citation, in characters: it must fit into an address. */
export const maxQuoteLength = 300;

/** A passage that an answer stands on. `n` is the number in the text, as in «[1]». */
export const citationSchema = z.object({
  n: z.number().int().positive(),
  documentId: z.string(),
  chunkId: z.string(),
  document: z.string(),
  page: z.number().int().positive().nullable(),
  /** What `page` counts; citations from before this was kept counted pages. */
  unit: pageUnitSchema.default('page'),
  quote: z.string(),
  /** The document was deleted since, and what this said of it with it. */
  isDeleted: z.literal(true).optional(),
});
export type Citation = z.infer<typeof citationSchema>;

export const actionStates = [
  'proposed',
  'awaiting-operator',
  'approved',
  'declined',
  'refused',
  'expired',
  'executing',
  'done',
  'failed',
  'unknown',
  'undone',
] as const;

/** The card that shows a write action before, while and after it happens. */
export const actionCardSchema = z.object({
  actionId: z.string(),
  tool: z.string(),
  title: z.string(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  state: z.enum(actionStates),
  /** One sentence about the outcome, once there is one. */
  outcome: z.string().optional(),
  /** What an operator wrote beside their decision. */
  note: z.string().optional(),
  /** ISO 8601: until then it can be taken back; absent where it cannot. */
  undoUntil: z.string().optional(),
  /** There is a calendar entry of it at `/api/actions/:id/calendar`. */
  hasCalendar: z.boolean().optional(),
  /** The action that this one takes back. */
  undoes: z.string().optional(),
});
export type ActionCard = z.infer<typeof actionCardSchema>;

/** Things a person should know about an answer; the sentence stands in `chat.notices`. */
export const noticeCodes = [
  'escalated',
  'handed-back',
  'stopped',
  'failed',
  'model-fallback',
  'broken-off',
  'budget-spent',
  'withheld',
  'too-many-steps',
  'nobody-fits',
  'too-slow',
  'too-large',
  'empty',
  'remembered',
  'tools-away',
] as const;
export const noticeSchema = z.object({ code: z.enum(noticeCodes), detail: z.string().optional() });
export type Notice = z.infer<typeof noticeSchema>;

export type DataParts = {
  citations: { items: Citation[] };
  action: ActionCard;
  notice: Notice;
  /** Of the moment: the message was taken and waits for the turn that answers it. */
  queued: { messageId: string };
  /** Of the moment: what this stream has written is taken back, another turn answers. */
  superseded: Record<string, never>;
};

/** What a message says about itself, beside its parts. */
export const messageMetadataSchema = z.object({
  /** Position in the conversation; absent while it is still being written. */
  seq: z.number().int().optional(),
  createdAt: z.string().optional(),
  author: z.object({ kind: z.enum(['person', 'ai', 'operator']), name: z.string().optional() }),
  specialist: z.string().optional(),
  turnId: z.string().optional(),
  /** Waits until the answer that is being written is complete; absent once it is taken up. */
  isQueued: z.literal(true).optional(),
});
export type MessageMetadata = z.infer<typeof messageMetadataSchema>;

/** A message as the browser holds it. Operators' replies are `assistant` with author `operator`. */
export type ChatMessage = UIMessage<MessageMetadata, DataParts>;

/** The parts that are stored. Everything else that a stream may carry is of the moment. */
export const storedPartSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('data-citations'),
    id: z.string(),
    data: z.object({ items: z.array(citationSchema) }),
  }),
  z.object({ type: z.literal('data-action'), id: z.string(), data: actionCardSchema }),
  z.object({ type: z.literal('data-notice'), id: z.string(), data: noticeSchema }),
]);
export type StoredPart = z.infer<typeof storedPartSchema>;

/** Longest message a person may send, in characters. */
export const maxMessageLength = 20_000;

/** Body of `POST /api/chat`. Only text of the person is taken; everything else is dropped. */
export const chatRequestSchema = z.object({
  id: z.uuid(),
  message: z.object({
    id: z.string().min(1).max(100),
    role: z.literal('user'),
    parts: z
      .array(z.looseObject({ type: z.string(), text: z.string().optional() }))
      .min(1)
      .max(50)
      .transform((parts) =>
        parts
          .flatMap((part) => (part.type === 'text' && part.text ? [part.text] : []))
          .join('\n')
          .trim(),
      )
      .pipe(z.string().min(1).max(maxMessageLength)),
  }),
});

/** Who a conversation is with, as the page shows it. */
export const ownerSchema = z.object({
  kind: z.enum(['ai', 'queue', 'operator']),
  /** The operator's name, when one has taken over. */
  name: z.string().optional(),
  version: z.number().int(),
});
export type Owner = z.infer<typeof ownerSchema>;

/** One event of `GET /api/chat/:id/events` (SSE, `data:` is this object as JSON). */
export type ConversationUpdate =
  | { type: 'message'; message: ChatMessage }
  | { type: 'removed'; messageId: string }
  | { type: 'owner'; owner: Owner }
  | { type: 'turn'; turnId: string; state: 'running' | 'awaiting-approval' | 'ended' };
