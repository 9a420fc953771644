import { expect, test } from 'vitest';
import { filterQuery, readDocumentFilter } from './document-filter';

test('a filter stands in the address and is read from it as it was', () => {
  const filter = { q: '退货 policy', status: 'failed', visibility: 'team:finance' } as const;
  const query = filterQuery(filter);
  expect(readDocumentFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter);
});

test('what does not fit is as if it were not there', () => {
  const filter = readDocumentFilter({ q: ' ', status: 'lost', visibility: 'all', source: [''] });
  expect(filterQuery(filter)).toBe('');
});
