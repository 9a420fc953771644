import { expect, test } from 'vitest';
import { withLeads } from './with-leads';

test.each([
  [
    ['我要退SO-10001的鼠标', 'SO-10002的灯罩裂了', '退我8块钱'],
    ['我要退SO-10001的鼠标', 'SO-10002的灯罩裂了, 退我8块钱'],
  ],
  [
    ['return the mouse of SO-10001', 'the lamp of SO-10002 has a dent', 'please refund me 10'],
    ['return the mouse of SO-10001', 'the lamp of SO-10002 has a dent, please refund me 10'],
  ],
  [
    ['the mouse of SO-10001 is broken', 'please refund me 10'],
    ['the mouse of SO-10001 is broken', 'please refund me 10'],
  ],
  [
    ['where is SO-10001', 'and SO-10002'],
    ['where is SO-10001', 'and SO-10002'],
  ],
])('%j: what tells of another order goes with what follows it', (clauses, joined) => {
  expect(withLeads(clauses)).toEqual(joined);
});
