import { describe, expect, test } from 'vitest';
import { encodeDocument, encodeQuery } from '../sparse';
import { termHash } from './term-hash';
import { normalize, tokenize } from './tokenize';

const terms = (text: string) => tokenize(text).map(({ term }) => term);
const meet = (a: string, b: string) => {
  const document = new Set(encodeDocument({ title: '', headingPath: [], text: b }).indices);
  return encodeQuery(a).indices.some((term) => document.has(term));
};

describe('what people write meets what documents say', () => {
  test.each([
    ['invoice', 'All INVOICES are due.'],
    ['returning a parcel', 'Parcels can be returned.'],
    ['退貨', '退货须在三十天内提出'],
    ['軟體', '软件使用说明'],
    ['ＡＢＣ１２３', 'order abc123'],
    ['INV-2026-0042', 'Invoice inv-2026-0042 is paid'],
    ['0042', 'Invoice INV-2026-0042 is paid'],
    ['INV 2026 0042', 'Invoice INV-2026-0042 is paid'],
    ['2024/3/5', '合同于2024年3月5日签订'],
    ['1452.40', 'Total: $1,452.40'],
    ['iPhone 16', '支持iPhone16系列'],
    ['email', 'Send us an e-mail.'],
    ['resume', 'Send your résumé.'],
    ['the customer’s order', "customers' orders"],
    ['微信支付', '可以使用微信付款'],
  ])('%s finds «%s»', (query, document) => expect(meet(query, document)).toBe(true));

  test.each([
    ['return', 'A retort.'],
    ['INV-2026-0042', 'Shipping is free.'],
    ['the of and', 'The end of the road and more.'],
    ['怎么样', '怎么样都行'],
  ])('%s does not find «%s»', (query, document) => expect(meet(query, document)).toBe(false));
});

test('codes come whole and in parts', () => {
  expect(terms('INV-2026-0042')).toEqual(['inv20260042', 'inv', '2026', '0042']);
});

test('Chinese comes as words and as pairs, never across the characters that only join', () => {
  expect(terms('退货的政策')).toEqual(['退货', '政策']);
  expect(terms('优惠券')).toContain('优惠券');
});

test('places count words, and characters in Chinese', () => {
  const places = tokenize('free delivery 退货政策').map(({ term, position }) => [term, position]);
  expect(places).toContainEqual(['deliveri', 1]);
  expect(places).toContainEqual(['政策', 4]);
});

test('a title counts more than the text', () => {
  const weight = (title: string, text: string) => {
    const { indices, values } = encodeDocument({ title, headingPath: [], text });
    return values[indices.indexOf(termHash('refund'))] ?? 0;
  };
  expect(weight('Refund', 'money')).toBeGreaterThan(weight('money', 'refund'));
});

test('sparse vectors hold each unsigned 32-bit index once', () => {
  const { indices, values } = encodeDocument({
    title: 'a b',
    headingPath: ['b'],
    text: 'b c b 退货',
  });
  expect(new Set(indices).size).toBe(indices.length);
  expect(values).toHaveLength(indices.length);
  for (const index of indices) expect(index >>> 0).toBe(index);
});

test('normal spelling is reached in one step', () => {
  for (const text of ['ＡＢＣ', '資訊軟體', 'ﬁle', 'İstanbul', 'Ⅳ']) {
    expect(normalize(normalize(text))).toBe(normalize(text));
  }
});

test.each([
  '',
  ' ',
  '。，！？',
  '😀👩‍👩‍👧',
  '\u0000',
  '\ud800',
  '#'.repeat(50_000),
  'العربية',
  'עברית',
])('anything can be read (%#)', (text) => {
  expect(Array.isArray(tokenize(text))).toBe(true);
});

test('50,000 characters of one word, of codes, or of Chinese are read in a moment', () => {
  for (const part of ['x', 'a-', '1.', '退货政策']) {
    expect(Array.isArray(tokenize(part.repeat(50_000 / part.length)))).toBe(true);
  }
});
