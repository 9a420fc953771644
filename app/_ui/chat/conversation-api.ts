import { z } from 'zod';
import { jsonBody, RequestError, readFault, requestJson } from '@/app/_ui/request-json';
import {
  actionStates,
  type ChatMessage,
  type Citation,
  type ConversationUpdate,
  messageMetadataSchema,
  ownerSchema,
  type StoredPart,
  storedPartSchema,
} from '@/lib/shared/chat';
import { type CitedPassage, citedPassageSchema } from '@/lib/shared/chunks';

// Parts of a kind this page does not know yet are left out; the rest of the message is shown.
const partsSchema = z.array(z.unknown()).transform((parts): StoredPart[] =>
  parts.flatMap((part) => {
    const parsed = storedPartSchema.safeParse(part);
    return parsed.success ? [parsed.data] : [];
  }),
);

/** A message as the server sends it. */
export const chatMessageSchema = z
  .object({
    id: z.string(),
    role: z.enum(['user', 'assistant', 'system']),
    metadata: messageMetadataSchema.optional(),
    parts: partsSchema,
  })
  .transform((message): ChatMessage => message);

const turnSchema = z.enum(['running', 'awaiting-approval', 'ended']);

const viewSchema = z.object({
  messages: z.array(chatMessageSchema),
  owner: ownerSchema,
  turn: turnSchema,
});

/** A conversation as the page shows it. */
export type ConversationView = z.output<typeof viewSchema>;

const updateSchema: z.ZodType<ConversationUpdate> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), message: chatMessageSchema }),
  z.object({ type: z.literal('owner'), owner: ownerSchema }),
  z.object({ type: z.literal('removed'), messageId: z.string() }),
  z.object({ type: z.literal('turn'), turnId: z.string(), state: turnSchema }),
]);

/** Reads one event of the conversation's event stream; null when this page does not know it. */
export function readUpdate(data: unknown): ConversationUpdate | null {
  const parsed = updateSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}

/** The messages after a sequence number, who answers, and whether an answer is being written. */
export function fetchConversation(id: string, after = 0): Promise<ConversationView> {
  return requestJson(viewSchema, `/api/chat/${id}/messages?after=${after}`);
}

const listSchema = z.object({
  conversations: z.array(
    z.object({ id: z.string(), title: z.string().nullable(), updatedAt: z.string() }),
  ),
});
export type ConversationEntry = z.output<typeof listSchema>['conversations'][number];

/** The person's own conversations, newest first. */
export async function fetchConversations(): Promise<ConversationEntry[]> {
  return (await requestJson(listSchema, '/api/chat')).conversations;
}

const citationUrl = (chunkId: string, part: string) =>
  `/api/citations/${encodeURIComponent(chunkId)}${part}`;

/** The passage behind a citation, with what stands around it. */
export function fetchPassage({ chunkId, documentId, quote }: Citation): Promise<CitedPassage> {
  const query = new URLSearchParams({ document: documentId, quote });
  return requestJson(citedPassageSchema, citationUrl(chunkId, `?${query}`));
}

/** Where the picture of the page is fetched on which a cited passage stands. */
export function citedPageUrl(chunkId: string): string {
  return citationUrl(chunkId, '/page');
}

const decisionSchema = z.object({ state: z.enum(actionStates) });

/** Confirms or cancels a proposed action. */
export async function decideAction(actionId: string, decision: 'approve' | 'decline') {
  const url = `/api/actions/${encodeURIComponent(actionId)}`;
  return (await requestJson(decisionSchema, url, jsonBody({ decision }))).state;
}

const undoSchema = z.object({ actionId: z.string() });

/** Has what was done taken back; returns the id of the action that does so. */
export async function undoAction(actionId: string): Promise<string> {
  const url = `/api/actions/${encodeURIComponent(actionId)}/undo`;
  return (await requestJson(undoSchema, url, { method: 'POST' })).actionId;
}

/** Where the calendar file of a booking is fetched. */
export function calendarUrl(actionId: string): string {
  return `/api/actions/${encodeURIComponent(actionId)}/calendar`;
}

/** Asks the server to stop writing the answer. */
export async function stopTurn(id: string): Promise<void> {
  await requestJson(z.unknown(), `/api/chat/${id}/stop`, { method: 'POST' });
}

const messageUrl = (id: string, messageId: string) =>
  `/api/chat/${id}/messages/${encodeURIComponent(messageId)}`;

/**
 * Sends a message while an answer is being written. Resolves as soon as the server has taken it:
 * what it is answered by is followed like every answer that was begun elsewhere.
 */
export async function postMessage(id: string, { id: messageId, parts }: ChatMessage) {
  const body = { id, message: { id: messageId, role: 'user', parts } };
  const response = await fetch('/api/chat', jsonBody(body));
  if (response.ok) return await response.body?.cancel();
  const fault = readFault(await response.text());
  throw new RequestError(response.status, fault?.code ?? 'unknown', fault?.message ?? '');
}

/** Takes back a message that waits. */
export async function deleteMessage(id: string, messageId: string): Promise<void> {
  await requestJson(z.unknown(), messageUrl(id, messageId), { method: 'DELETE' });
}

/** Has a message that waits answered at once, with all others that wait. */
export async function sendNow(id: string, messageId: string): Promise<void> {
  await requestJson(z.unknown(), `${messageUrl(id, messageId)}/now`, { method: 'POST' });
}
