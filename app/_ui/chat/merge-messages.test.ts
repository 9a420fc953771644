import { expect, test } from 'vitest';
import type { ActionCard, ChatMessage } from '@/lib/shared/chat';
import { mergeMessages, readFrom } from './merge-messages';

const message = (id: string, seq?: number, text = id): ChatMessage => ({
  id,
  role: 'assistant',
  metadata: { seq, author: { kind: 'ai' } },
  parts: [{ type: 'text', text }],
});

const ids = (messages: ChatMessage[]) => messages.map(({ id }) => id);

test('a stored answer takes the place of the streamed one and appears once', () => {
  const merged = mergeMessages([message('q', 1), message('a')], [message('a', 2, 'stored')]);
  expect(ids(merged)).toEqual(['q', 'a']);
  expect(merged[1]?.parts).toEqual([{ type: 'text', text: 'stored' }]);
});

test('what a person wrote stands before its answer, though it is read of after the answer was streamed', () => {
  const streamed = [message('q', 1), message('a')];
  const late = mergeMessages(streamed, [message('more', 2)]);
  expect(ids(mergeMessages(late, [message('a', 3, 'stored')]))).toEqual(['q', 'more', 'a']);
});

test('a message that stands behind its stored answer goes before it when its number is known', () => {
  const wrong = [message('q', 1), message('a', 3), message('more')];
  expect(ids(mergeMessages(wrong, [message('more', 2)]))).toEqual(['q', 'more', 'a']);
});

test('the answer that is being streamed is left alone', () => {
  const shown = [message('q', 1), message('a')];
  expect(mergeMessages(shown, [message('a', 2, 'half')], 'a')).toEqual(shown);
});

test("an operator's reply is added at the end, after messages without a number", () => {
  const merged = mergeMessages([message('q', 1), message('a')], [message('reply', 3)]);
  expect(ids(merged)).toEqual(['q', 'a', 'reply']);
});

test('messages missed while offline go where they belong', () => {
  const merged = mergeMessages(
    [message('a', 1), message('d', 4)],
    [message('b', 2), message('c', 3)],
  );
  expect(ids(merged)).toEqual(['a', 'b', 'c', 'd']);
});

test('what was missed is read from the last message on, which may have changed itself', () => {
  expect(readFrom([])).toBe(0);
  expect(readFrom([message('a')])).toBe(0);
  expect(readFrom([message('a', 4), message('b')])).toBe(3);
});

test('what was missed is read from the first card on that somebody else may have decided', () => {
  const withCard = (seq: number, card: Partial<ActionCard>): ChatMessage => ({
    ...message(`m${seq}`, seq),
    parts: [
      {
        type: 'data-action',
        id: 'a',
        data: { actionId: 'a', tool: 't', title: 'T', fields: [], state: 'done', ...card },
      },
    ],
  });
  const later = [message('q', 8), message('a', 9)];
  expect(readFrom([withCard(2, {}), ...later])).toBe(8);
  expect(readFrom([withCard(2, { state: 'awaiting-operator' }), ...later])).toBe(1);
  expect(readFrom([withCard(3, { undoUntil: '2026-01-01T10:00:00Z' }), ...later])).toBe(2);
});
