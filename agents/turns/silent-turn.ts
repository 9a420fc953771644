import type { TurnHandle } from './turn-handle';
import { resultOf } from './turn-result';
import { TurnStream } from './turn-stream';

/** Nobody answers: a person has the conversation, or the message was taken back. */
export function silentTurn(conversationId: string): TurnHandle {
  const stream = new TurnStream();
  stream.write({ type: 'start' });
  stream.write({ type: 'finish' });
  stream.close();
  const result = resultOf([], { conversationId, turnId: null, agent: null, state: 'silent' });
  return { read: () => stream.read(), result: Promise.resolve(result) };
}
