import { expect, test } from 'vitest';
import type { ActionCard, ChatMessage } from '@/lib/shared/chat';
import { keepCards } from './keep-cards';

const card = (actionId: string, state: ActionCard['state']): ChatMessage['parts'][number] => ({
  type: 'data-action',
  id: actionId,
  data: { actionId, tool: 'book_appointment', title: 'Book', fields: [], state },
});
const words = (text: string): ChatMessage['parts'][number] => ({ type: 'text', text });
const answer = (...parts: ChatMessage['parts']): ChatMessage => ({
  id: 'm1',
  role: 'assistant',
  metadata: { author: { kind: 'ai' } },
  parts,
});

test('an answer that is streamed anew stays as it was until its cards are back', () => {
  const shown = [answer(words('First this'), card('a1', 'proposed'), card('a2', 'proposed'))];
  for (const parts of [[], [words('First this')], [words('First this'), card('a1', 'approved')]]) {
    expect(keepCards(shown, [answer(...parts)])).toEqual(shown);
  }
  const whole = [answer(words('First this'), card('a1', 'approved'), card('a2', 'proposed'))];
  expect(keepCards(shown, whole)).toEqual(whole);
});

test('words that are streamed anew, and other answers, are shown as they come', () => {
  const begun = [answer(words('It'))];
  expect(keepCards([answer(words('It was before'))], begun)).toEqual(begun);
  const other = [{ ...answer(), id: 'm2' }];
  expect(keepCards([answer(card('a1', 'proposed'))], other)).toEqual(other);
});
