import { expect, test } from 'vitest';
import { answersQuestion } from './answers-question';

test.each([
  ['0042', 'Which invoice is it? Please tell me its number, for example INV-2026-0042.'],
  ['Tuesday', 'Which day would suit you?'],
  ['make it 15', 'Here it is.\n\n(Refund: declined)'],
])('«%s» answers «%s»', (text, lastAnswer) => {
  expect(answersQuestion(text, lastAnswer)).toBe(true);
});

test.each([
  ['Tuesday', 'Your appointment is booked.'],
  ['And where is my parcel?', 'Which day would suit you?'],
])('«%s» does not answer «%s»', (text, lastAnswer) => {
  expect(answersQuestion(text, lastAnswer)).toBe(false);
});
