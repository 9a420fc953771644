import { expect, test } from 'vitest';
import { readFreeAnswer, readMarkedText } from './read-free-text';

test('what an argument asks for is marked near the beginning of a message', () => {
  const story = 'It hums and I do not know why. '.repeat(100);
  expect(readMarkedText('address', `Deliver it to 9 Mill Street. ${story}`)).toContain('9 Mill');
  expect(readMarkedText('address', `${story} Deliver it to 9 Mill Street`)).toBeUndefined();
});

test.each([
  ['the mouse, please...', 'mouse'],
  ['mouse  ,  thanks!', 'mouse'],
  ['Yes. please', 'Yes.'],
])('an answer is left without its politeness: %s', (text, answer) => {
  expect(readFreeAnswer('item', text)).toBe(answer);
});

test('a gap of any length inside an answer stays', () => {
  const answer = `mouse${' '.repeat(19_000)}mat`;
  expect(readFreeAnswer('item', answer) === answer).toBe(true);
});
