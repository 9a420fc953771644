import { expect, test } from 'vitest';
import { dataLines } from './data-lines';
import { escapeData } from './escape-data';

test('what another system answers is read as words, in the order in which it stands there', () => {
  const answer = {
    zone_name: 'Harbour',
    booking: { arrivesOn: '2026-03-04', isPaid: false, totalAmount: 12_500.5 },
    opensAt: '2026-03-04T09:30',
    orderId: 10_421,
    a: null,
  };
  expect(dataLines(answer, 'en')).toEqual([
    'Zone name: Harbour',
    'Booking arrives on: 4 Mar 2026',
    'Booking is paid: No',
    'Booking total amount: 12,500.50',
    'Opens at: Wed, 4 Mar 2026, 09:30',
    'Order id: 10421',
  ]);
  expect(dataLines({ start_date: '2026-03-04', isPaid: true }, 'zh')).toEqual([
    '开始日期: 2026年3月4日',
    'Is paid: 是',
  ]);
});

test('long lists are folded, and it is said how much is left out', () => {
  const numbers = Array.from({ length: 25 }, (_, at) => at + 1);
  const [plain] = dataLines({ seats: numbers }, 'en');
  expect(plain).toMatch(/^Seats: 1, 2, .*, 20, … and 5 more$/);
  const things = dataLines({ seats: numbers.concat(numbers).map((row) => ({ row })) }, 'en');
  expect(things).toHaveLength(31);
  expect(things.at(-1)).toBe('Seats: … and 20 more');
  expect(dataLines({ seats: numbers }, 'zh')[0]).toContain('……另有 5 项');
});

test('what only looks like a date, or is more exact than hundredths, is as it was', () => {
  const answer = { code: '2026-02-30', ref: '2026-03-04-17', price: 0.125, total: '1e5' };
  expect(dataLines(answer, 'en')).toEqual([
    'Code: 2026-02-30',
    'Ref: 2026-03-04-17',
    'Price: 0.125',
    'Total: 1e5',
  ]);
});

test('letters from right to left change the order of nothing beside them', () => {
  const stay = { guest: 'אבג 12', room: 7, names: ['אב', '3'] };
  const lines = dataLines({ stays: [stay] }, 'en');
  expect(lines).toEqual(['Stays 1: guest: \u2068אבג 12\u2069; room: 7; names: \u2068אב\u2069, 3']);
  expect(escapeData(lines[0] ?? '')).toBe(lines[0]);
  const foreign = dataLines({ note: 'a\u2067b\u202E c' }, 'en');
  expect(foreign).toEqual(['Note: a b c']);
});
