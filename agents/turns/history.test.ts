import { expect, test } from 'vitest';
import type { MessageRow } from '@/lib/db/conversations/messages';
import { toHistory } from './history';

let seq = 0;
const row = (role: MessageRow['role'], text: string): MessageRow => {
  seq += 1;
  return {
    conversationId: 'c',
    id: `m${seq}`,
    seq,
    role,
    authorId: null,
    authorName: null,
    turnId: null,
    specialist: null,
    isQueued: false,
    parts: text === '' ? [] : [{ type: 'text', text }],
    createdAt: new Date(),
  };
};

test('neighbours of one side are joined and empty messages left out, as strict providers want', () => {
  const history = toHistory([
    row('assistant', 'Welcome'),
    row('user', 'Hi'),
    row('user', 'Are you there?'),
    row('assistant', ''),
    row('assistant', 'Yes'),
    row('operator', 'I am Ana'),
    row('user', 'Thanks'),
  ]);
  expect(history.map(({ type, text }) => [type, text])).toEqual([
    ['human', 'Hi\n\nAre you there?'],
    ['ai', 'Yes\n\n(A colleague wrote:) I am Ana'],
    ['human', 'Thanks'],
  ]);
});

test('a question whose answer was stopped is not asked again with the next one', () => {
  const notice = { type: 'data-notice', id: 'notice-stopped', data: { code: 'stopped' } };
  const stopped = { ...row('assistant', ''), parts: [notice] };
  const history = toHistory([row('user', 'A long one'), stopped, row('user', 'Another')]);
  expect(history.map(({ type, text }) => [type, text])).toEqual([
    ['human', 'A long one'],
    ['ai', '(No answer was given.)'],
    ['human', 'Another'],
  ]);
});

test('of a conversation of long messages only the newest are shown, and always the last', () => {
  const long = (letter: string) => letter.repeat(25_000);
  const rows = ['a', 'b', 'c', 'd'].flatMap((letter) => [
    row('user', long(letter)),
    row('assistant', `Read ${letter}`),
  ]);
  const history = toHistory([...rows, row('user', long('e'))]);
  expect(history.map(({ text }) => text.slice(0, 6))).toEqual(['dddddd', 'Read d', 'eeeeee']);
  expect(toHistory([row('user', 'Hi'), row('user', 'x'.repeat(90_000))])).toHaveLength(1);
});
