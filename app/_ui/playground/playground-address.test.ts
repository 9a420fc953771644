import { expect, test } from 'vitest';
import { addressQuery, readAddress } from './playground-address';

const read = (address: string) => readAddress(Object.fromEntries(new URLSearchParams(address)));

test('a trial survives its way through the address', () => {
  const trial = {
    query: '退货 & refunds?',
    viewAs: { kind: 'user', id: 'abc-1' } as const,
    changes: { passages: 3, nearness: 0, isReranked: false, answeredFrom: 0.25 },
  };
  expect(read(addressQuery(trial))).toEqual(trial);
});

test('nothing tried is an empty address', () => {
  const nothing = { query: '', viewAs: { kind: 'self' } as const, changes: {} };
  expect(addressQuery(nothing)).toBe('');
  expect(read('')).toEqual(nothing);
});

test.each([
  'as=admin&passages=0&meaning=&nearness=1e9&coverage=-1&isReranked=maybe&answeredFrom=NaN',
  'as=user:&passages=8.5&candidates=201&meaning=0x1',
])('odd values are as if they were absent: %s', (address) => {
  expect(read(`q=park&${address}`)).toEqual({
    query: 'park',
    viewAs: { kind: 'self' },
    changes: {},
  });
});

test('a value that is given twice is as if it were absent', () => {
  expect(readAddress({ q: ['a', 'b'], passages: ['1', '2'] }).changes).toEqual({});
});
