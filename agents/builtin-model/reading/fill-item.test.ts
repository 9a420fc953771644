import { expect, test } from 'vitest';
import { fillItem } from './fill-item';

test.each([
  ['an article number stays', [{ text: 'return LW-MSE-05 of SO-10302' }], 'return LW-MSE-05 of'],
  [
    'what is said later counts as well',
    [{ text: '我想退东西' }, { text: '鼠标', asked: 'order_id' }, { text: 'SO-10302' }],
    '鼠标\n我想退东西',
  ],
  [
    'the answer to the question for it is all of it',
    [{ text: 'I want to return the mouse or so' }, { text: 'the speaker', asked: 'item' }],
    'speaker',
  ],
  [
    'another thing takes its place',
    [
      { text: 'the mouse', asked: 'item' },
      { text: 'sorry, I meant the speaker', isChange: true },
    ],
    'speaker',
  ],
  ['another number names none', [{ text: 'make it SO-10302', isChange: true }], undefined],
])('%s', (_, said, item) => {
  expect(fillItem(said)).toBe(item);
});
