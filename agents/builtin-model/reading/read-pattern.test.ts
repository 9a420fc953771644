import { expect, test } from 'vitest';
import { readPattern } from './read-pattern';

const order = '^SO-\\d{5}$';
const invoice = '^(?:INV-\\d{4}-)?\\d{4}$';

test.each([
  ['so10302 please', order, 'SO-10302'],
  ['SO 10302', order, 'SO-10302'],
  ['my order number is 10302, postal code 436001, unit #03-17', order, 'SO-10302'],
  ['10302 那张单的鼠标坏了', order, 'SO-10302'],
  ['10302 or 10421', order, undefined],
  ['inv 2026 0042', invoice, 'INV-2026-0042'],
  ['2026-0042', invoice, 'INV-2026-0042'],
  ['the bill ending in 0043', invoice, '0043'],
  ['尾號0043的發票', invoice, '0043'],
  ['in 2026 I paid 1200', invoice, undefined],
])('in «%s» %s is %s', (text, pattern, id) => {
  expect(readPattern(text, pattern)).toBe(id);
});

test('in an answer the one number that fits the end of an id is it', () => {
  const read = (text: string) => readPattern(text, invoice, { isAnswer: true });
  expect(read('the 0042 one')).toBe('0042');
  expect(read('0042 or 0043')).toBeUndefined();
});

test('where a number need not be told, a word beside it says what it is', () => {
  const read = (text: string) => readPattern(text, order, { isNamed: false });
  expect(read('bring it to 12345 Mill Road')).toBeUndefined();
  expect(read('bring it to 12345 Mill Road, order 10440')).toBe('SO-10440');
  expect(read('10440, bring it to the office')).toBe('SO-10440');
  expect(read('送到公司，单号10440')).toBe('SO-10440');
});
