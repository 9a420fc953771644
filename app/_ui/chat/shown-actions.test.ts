import { expect, test } from 'vitest';
import type { ActionCard, ChatMessage } from '@/lib/shared/chat';
import { shownActions } from './shown-actions';

function message(id: string, text: string, changes: Partial<ActionCard>): ChatMessage {
  const data: ActionCard = {
    actionId: 'a1',
    tool: 'request_refund',
    title: 'Refund',
    fields: [],
    state: 'done',
    ...changes,
  };
  const words = text ? [{ type: 'text', text } as const] : [];
  return {
    id,
    role: 'assistant',
    metadata: { author: { kind: 'ai' } },
    parts: [{ type: 'data-action', id: 'a1', data }, ...words],
  };
}

const decided = { outcome: 'I have refunded SGD 20.00.', note: 'Sorry.' };
const passedOn = 'A colleague must agree to this as well.';

test('what came of an approval is read once: in the message that tells of it, with the note', () => {
  const told = `${decided.outcome}\n\n- Refund: R-1`;
  const show = shownActions([message('m1', passedOn, decided), message('m2', told, decided)]);
  const home = show('m1', 'a1');
  expect(home).toMatchObject({ card: { state: 'done' }, isTold: true });
  expect(home.card?.note).toBeUndefined();
  expect(home.note).toBeUndefined();
  expect(show('m2', 'a1')).toEqual({ isTold: false, note: 'Sorry.' });
});

test('where no message tells of it, its card does', () => {
  const show = shownActions([message('m1', passedOn, decided)]);
  expect(show('m1', 'a1')).toMatchObject({ card: decided, isTold: false });
});

test('of several messages about one action the newest has the note', () => {
  const unknown = message('m2', 'I could not confirm it.', decided);
  const known = message('m3', decided.outcome, decided);
  const show = shownActions([message('m1', passedOn, decided), unknown, known]);
  expect(show('m2', 'a1').note).toBeUndefined();
  expect(show('m3', 'a1').note).toBe('Sorry.');
});

test('that a colleague must agree is said by the card until the answer says so', () => {
  const waiting = { state: 'awaiting-operator' } as const;
  const isTold = (text: string) => shownActions([message('m1', text, waiting)])('m1', 'a1').isTold;
  expect(isTold('')).toBe(false);
  expect(isTold(passedOn)).toBe(true);
});

test('that something was taken back is said by its card: the words say that it was done', () => {
  const show = shownActions([message('m1', decided.outcome, { ...decided, state: 'undone' })]);
  expect(show('m1', 'a1').isTold).toBe(false);
});
