import { expect, test } from 'vitest';
import { parseSource, sourcesOf } from './linked-source';

test('a source is an argument, a field of the response or the key, and every one that is offered is read', () => {
  const sources = sourcesOf(['id', 'a.b'], ['ticket.id', 'items[].id', '*', 'meta.*']);
  expect(sources).toEqual(['args.id', 'args.a.b', 'result.ticket.id', 'key']);
  expect(sources.map(parseSource)).toEqual([
    { from: 'args', name: 'id' },
    { from: 'args', name: 'a.b' },
    { from: 'result', path: 'ticket.id' },
    { from: 'key' },
  ]);
  expect(['', 'id', 'args.', 'keys', 'other.id'].map(parseSource)).toEqual(Array(5).fill(null));
});
