import { expect, test } from 'vitest';
import type { ApiOperation, ArgumentPlace } from './api-operation';
import { BadArguments, buildRequest } from './build-request';

function operation(places: Record<string, ArgumentPlace>, rest: Partial<ApiOperation> = {}) {
  const properties = Object.fromEntries(Object.keys(places).map((name) => [name, {}]));
  const known = { operationId: 'op', method: 'get', path: '/a', summary: '', isSafe: true };
  const input = { type: 'object', properties, required: [] };
  const others = { takesKey: false, hasBody: false, outputs: [] };
  return { ...known, ...others, input, places, ...rest } as ApiOperation;
}

const inPath = operation({ id: { in: 'path', name: 'id' } }, { path: '/a/{id}/b' });
const base = 'https://api.test/v1/';

test.each([
  ['a/b', '/v1/a/a%2Fb/b'],
  ['..%2f..', '/v1/a/..%252f../b'],
  ['a\\..\\b', '/v1/a/a%5C..%5Cb/b'],
  ['x?admin=1#', '/v1/a/x%3Fadmin%3D1%23/b'],
  ['{id}$&', '/v1/a/%7Bid%7D%24%26/b'],
  ['中', '/v1/a/%E4%B8%AD/b'],
  [7, '/v1/a/7/b'],
])('«%s» in a path is one part of it', (id, path) => {
  const { url } = buildRequest(inPath, base, { id });
  expect([url.origin, url.pathname, url.search]).toEqual(['https://api.test', path, '']);
});

test.each(['.', '..', '', '\uD800'])('«%s» in a path leads nowhere', (id) => {
  expect(() => buildRequest(inPath, base, { id })).toThrow(BadArguments);
});

test('lists, values and what the address itself asks for stand in the query', () => {
  const places: Record<string, ArgumentPlace> = {
    tag: { in: 'query', name: 'tag', isExploded: true },
    ids: { in: 'query', name: 'ids', isExploded: false },
    filter: { in: 'query', name: 'filter[a]' },
  };
  const args = { tag: ['a&b', 'c'], ids: [1, 2], filter: { x: 1 } };
  const { url } = buildRequest(operation(places), 'https://api.test/v1?tenant=4', args);
  expect(url.pathname).toBe('/v1/a');
  expect([...url.searchParams]).toEqual([
    ['tenant', '4'],
    ['tag', 'a&b'],
    ['tag', 'c'],
    ['ids', '1,2'],
    ['filter[a]', '{"x":1}'],
  ]);
});

test.each(['a\r\nX-Admin: 1', 'a\nb', '\0', '中'])('«%j» ends no header', (value) => {
  const inHeader = operation({ trace: { in: 'header', name: 'X-Trace' } });
  expect(() => buildRequest(inHeader, base, { trace: value })).toThrow(BadArguments);
});

test('bodies are what was given, whole or in parts', () => {
  const whole = operation({ body: { in: 'whole-body', name: 'body' } }, { hasBody: true });
  const parts = operation({ a: { in: 'body', name: 'a' } }, { hasBody: true });
  expect(buildRequest(whole, base, { body: [1, { b: 2 }] }).body).toBe('[1,{"b":2}]');
  expect(buildRequest(whole, base, { body: null }).body).toBe('null');
  expect(buildRequest(whole, base, {}).body).toBeUndefined();
  expect(buildRequest(parts, base, { a: 'x' }).body).toBe('{"a":"x"}');
  expect(buildRequest(parts, base, { a: undefined }).body).toBe('{}');
});

test('nothing is sent that the operation does not take, or without what it needs', () => {
  const unknown = [{ id: 'x', b: 1 }, JSON.parse('{"id":"x","__proto__":1}')];
  for (const args of [...unknown, { id: 'x', constructor: 1 }]) {
    expect(() => buildRequest(inPath, base, args)).toThrow(BadArguments);
  }
  const needs = operation({ id: { in: 'query', name: 'id' } });
  needs.input.required = ['id'];
  expect(() => buildRequest(needs, base, {})).toThrow('needs id');
});
