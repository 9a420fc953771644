import { expect, test } from 'vitest';
import { operations } from '@/lib/demo/operations';
import { builtInTools, ownToolNames } from './built-in-tools';

test('what the desk’s own tools are made for is there, and the other way round', () => {
  const known = new Set(operations.map(({ id }) => id));
  const used = builtInTools();
  expect([...used.keys()].filter((id) => !known.has(id))).toEqual([]);
  const tools = new Set([...used.values()].flat().map(({ name }) => name));
  const shared = ['search_knowledge', 'call_person', 'remember_fact', 'hand_over'];
  expect(new Set([...tools, ...shared])).toEqual(ownToolNames());
});
