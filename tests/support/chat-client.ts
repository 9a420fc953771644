import { randomUUID } from 'node:crypto';
import {
  parseJsonEventStream,
  readUIMessageStream,
  type UIMessageChunk,
  uiMessageChunkSchema,
} from 'ai';
import type { ChatMessage, DataParts } from '@/lib/shared/chat';

type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

/** A person at the chat: keeps their cookie, sends messages and reads answers as the page does. */
export class ChatClient {
  private readonly fetchFrom: Fetch;
  private cookie: string;
  readonly conversationId: string;
  private readonly language: string;

  constructor(
    fetchFrom: Fetch,
    cookie = '',
    conversationId: string = randomUUID(),
    language = 'en',
  ) {
    this.fetchFrom = fetchFrom;
    this.cookie = cookie;
    this.conversationId = conversationId;
    this.language = language;
  }

  /** The same person in another conversation, or in the same one from another window. */
  inConversation(id: string): ChatClient {
    return new ChatClient(this.fetchFrom, this.cookie, id, this.language);
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('accept-language', this.language);
    if (this.cookie) headers.set('cookie', this.cookie);
    const response = await this.fetchFrom(path, { ...init, headers });
    const set = response.headers.getSetCookie()[0]?.split(';')[0];
    if (set) this.cookie = this.cookie ? `${this.cookie}; ${set}` : set;
    return response;
  }

  post(path: string, body: unknown): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return this.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Sends a message and returns the raw response. */
  send(text: string, messageId: string = randomUUID()): Promise<Response> {
    const message = { id: messageId, role: 'user', parts: [{ type: 'text', text }] };
    return this.post('/api/chat', { id: this.conversationId, message });
  }

  /** Sends a message and reads the answer to its end. */
  async ask(text: string): Promise<ChatMessage | undefined> {
    return await readAnswer(await this.send(text));
  }

  /** The conversation as a reloaded page shows it. */
  async reload(): Promise<{ messages: ChatMessage[]; owner: { kind: string }; turn: string }> {
    const response = await this.fetch(`/api/chat/${this.conversationId}/messages`);
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return (await response.json()) as Awaited<ReturnType<ChatClient['reload']>>;
  }
}

/** An answer as the AI SDK's client reads it from a response. */
export async function readAnswer(response: Response): Promise<ChatMessage | undefined> {
  if (!response.ok || !response.body)
    throw new Error(`${response.status} ${await response.text()}`);
  const chunks = parseJsonEventStream({
    stream: response.body,
    schema: uiMessageChunkSchema,
  }).pipeThrough(
    new TransformStream({
      transform(chunk, controller: TransformStreamDefaultController<UIMessageChunk>) {
        if (!chunk.success) throw chunk.error;
        controller.enqueue(chunk.value);
      },
    }),
  );
  let last: ChatMessage | undefined;
  for await (const message of readUIMessageStream<ChatMessage>({ stream: chunks })) last = message;
  return last;
}

/** The words of a message. */
export function textOf(message: ChatMessage | undefined): string {
  return (
    message?.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n') ?? ''
  );
}

/** The data of a message's parts of one kind. */
export function dataOf<K extends keyof DataParts>(
  message: ChatMessage | undefined,
  kind: K,
): DataParts[K][] {
  const parts = message?.parts.filter((part) => part.type === `data-${kind}`) ?? [];
  return parts.map((part) => ('data' in part ? (part.data as DataParts[K]) : never()));
}

function never(): never {
  throw new Error('a data part without data');
}
