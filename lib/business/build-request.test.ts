import { expect, test } from 'vitest';
import type { ApiOperation, ArgumentPlace } from './api-operation';
import { BadArguments } from './bad-arguments';
import { buildRequest } from './build-request';

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

const fields = { type: 'object', properties: { status: {}, customer: {} } };
const list = ['a b', 'c'];

test.each<[Partial<ArgumentPlace>, unknown, string]>([
  [{ style: 'deepObject' }, { gte: 1, in: list }, 'f[gte]=1&f[in][]=a+b&f[in][]=c'],
  [{ style: 'deepObject' }, list, 'f[]=a+b&f[]=c'],
  [{ style: 'pipeDelimited', isExploded: false }, list, 'f=a+b|c'],
  [{ style: 'spaceDelimited', isExploded: false }, ['a', 'c'], 'f=a+c'],
  [{ style: 'json' }, 'a', 'f="a"'],
  [{ style: 'fields' }, { status: 'open' }, 'status=open'],
  [{ isExploded: false }, { status: 'open' }, 'f=status,open'],
])('in the query %j makes of %j «%s»', (style, value, query) => {
  const places = { f: { in: 'query' as const, name: 'f', ...style } };
  const { url } = buildRequest(operation(places), base, { f: value });
  expect(decodeURIComponent(url.search)).toBe(`?${query}`);
});

test.each<[Partial<ArgumentPlace>, unknown, string]>([
  [{}, list, 'a%20b,c'],
  [{ style: 'label' }, ['a', 'b'], '.a,b'],
  [{ style: 'label', isExploded: true }, ['a', 'b'], '.a.b'],
  [{ style: 'matrix' }, ['a', 'b'], ';id=a,b'],
  [{ style: 'matrix', isExploded: true }, { x: '1/2', y: 2 }, ';x=1%2F2;y=2'],
])('in a path %j makes of %j «%s»', (style, value, part) => {
  const places = { id: { in: 'path' as const, name: 'id', ...style } };
  const { url } = buildRequest(operation(places, { path: '/a/{id}' }), base, { id: value });
  expect(url.pathname).toBe(`/v1/a/${part}`);
});

test.each([
  [{ style: 'label' as const }, '.'],
  [{}, ['..']],
  [{}, []],
])('in a path %j of %j leads nowhere', (style, value) => {
  const places = { id: { in: 'path' as const, name: 'id', ...style } };
  const build = () => buildRequest(operation(places, { path: '/a/{id}' }), base, { id: value });
  expect(build).toThrow(BadArguments);
});

test('no field of an object takes the place of another argument, or of what the address asks for', () => {
  const places = {
    f: { in: 'query' as const, name: 'f', style: 'fields' as const },
    customer: { in: 'query' as const, name: 'customer' },
    'f[of]': { in: 'query' as const, name: 'f[of]' },
  };
  const address = 'https://api.test/v1?tenant=4';
  const build = (op: ApiOperation, f: object) => () =>
    buildRequest(op, address, { customer: 'C-1', f });
  const free = operation(places);
  const deep = operation({ ...places, f: { in: 'query', name: 'f', style: 'deepObject' } });
  const named = operation(places);
  named.input.properties.f = fields;
  for (const name of ['customer', 'Customer', 'TENANT', 'f[of]']) {
    expect(build(free, { [name]: 'C-2' })).toThrow(BadArguments);
  }
  expect(build(deep, { of: 'C-2' })).toThrow(BadArguments);
  expect(build(named, { other: 1 })).toThrow(BadArguments);
  expect(build(named, { status: 1 })().url.search).toContain('status=1');
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
