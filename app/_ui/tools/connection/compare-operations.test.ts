import { expect, test } from 'vitest';
import type { OperationView } from '@/lib/shared/connections';
import { compareOperations } from './compare-operations';

const operation = (operationId: string, parts: Partial<OperationView> = {}): OperationView => ({
  operationId,
  method: 'GET',
  path: `/${operationId}`,
  summary: '',
  effect: 'reads',
  takesKey: false,
  input: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } } },
  outputs: ['id', 'name'],
  tool: null,
  savedAt: null,
  isChanged: false,
  builtIn: [],
  ...parts,
});

const tool = {} as OperationView['tool'];

test('a newer document is told by what it adds, changes and removes; what specialists have first', () => {
  const before = [
    operation('same'),
    operation('described'),
    operation('path'),
    operation('used', { tool }),
    operation('gone'),
    operation('lost', { tool }),
  ];
  const after = [
    operation('same', {
      outputs: ['name', 'id'],
      input: { properties: { b: { type: 'string' }, a: { type: 'string' } }, type: 'object' },
    }),
    operation('described', { summary: 'Now with words' }),
    operation('path', { path: '/v2/path' }),
    operation('used', { outputs: ['id'] }),
    operation('new'),
  ];
  const changes = compareOperations(before, after);
  expect(changes.map(({ operationId, kind, isGiven }) => [operationId, kind, isGiven])).toEqual([
    ['lost', 'removed', true],
    ['used', 'changed', true],
    ['gone', 'removed', false],
    ['path', 'changed', false],
    ['new', 'added', false],
  ]);
});
