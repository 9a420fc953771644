import { expect, test } from 'vitest';
import { readFlag } from './read-flag';

const description = 'yes (have a receipt, 有收据, 有小票), no (lost the receipt, 没有收据)';

test.each([
  ['hotel 140, receipt enclosed', true],
  ['a taxi on Monday and yes, I did keep the receipt', true],
  ['收据我留着', true],
  ['the receipt is on my desk', true],
  ['打车18块，小票在手', true],
  ['the receipt went missing', false],
  ['收据弄丢了', false],
  ['a taxi on Monday', undefined],
  ['I have a car', undefined],
])('«%s» says of the receipt: %s', (text, isThere) => {
  expect(readFlag('has_receipt', text, { description }, { isAnswer: false })).toBe(isThere);
});

test('of a long story the end tells', () => {
  const read = (text: string) =>
    readFlag('has_receipt', text, { description: '' }, { isAnswer: false });
  const story = 'I went there by taxi, but late. '.repeat(200);
  expect(read(`${story} The receipt is here.`)).toBe(true);
  expect(read(`The receipt is here. ${story}`)).toBeUndefined();
});
