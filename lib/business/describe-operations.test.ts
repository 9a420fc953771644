import { expect, test } from 'vitest';
import type { ApiOperation } from './api-operation';
import { describeOperations, operationHash } from './describe-operations';
import { toApiDocument } from './parse-document';

const string = { type: 'string' };
const body = (schema: unknown, type = 'application/json') => ({
  requestBody: { required: true, content: { [type]: { schema } } },
});

function describe(paths: object, schemas: object = {}, header?: string): ApiOperation[] {
  const document = { openapi: '3.0.3', paths, components: { schemas } };
  return describeOperations(toApiDocument(document), header);
}

function only(operation: object, schemas: object = {}, header?: string): ApiOperation {
  const [found] = describe({ '/things/{thingId}': { post: operation } }, schemas, header);
  if (!found) throw new Error('there is no operation');
  return found;
}

const names = ({ input }: ApiOperation) => Object.keys(input.properties);

test('operations without an id have one made of method and path, and no two have the same', () => {
  const paths = {
    '/a/{id}': { get: {}, delete: { operationId: 'twin' } },
    '/b': { get: { operationId: 'twin' }, post: { operationId: 'two words/..' } },
    '/c': { get: { operationId: '..' } },
  };
  const ids = describe(paths).map(({ operationId }) => operationId);
  expect(ids).toEqual(['get_a_id', 'twin', 'twin_2', 'two_words_..', 'get_c']);
});

test('arguments of one name are told apart by where they go', () => {
  const parameters = [
    { name: 'thingId', in: 'path', required: true, schema: string },
    { name: 'thingId', in: 'query', schema: string },
    { name: 'thingId_in_body', in: 'query', schema: string },
  ];
  const schema = { type: 'object', required: ['thingId'], properties: { thingId: string } };
  const operation = only({ parameters, ...body(schema) });
  expect(operation.places).toEqual({
    thingId: { in: 'path', name: 'thingId' },
    thingId_in_query: { in: 'query', name: 'thingId', isExploded: true },
    thingId_in_body: { in: 'query', name: 'thingId_in_body', isExploded: true },
    thingId_in_body_in_body: { in: 'body', name: 'thingId' },
  });
  expect(operation.input.required).toEqual(['thingId', 'thingId_in_body_in_body']);
});

test('a part of the path that nobody described is a text that is needed', () => {
  expect(only({}).input).toEqual({
    type: 'object',
    properties: { thingId: string },
    required: ['thingId'],
  });
});

test('what the desk fills is no argument, in whatever case it is written', () => {
  const header = (name: string) => ({ name, in: 'header', schema: string });
  const parameters = ['x-ACCOUNT-id', 'IDEMPOTENCY-key', 'Authorization', 'Host', 'X-Trace'];
  const operation = only({ parameters: parameters.map(header) }, {}, 'X-Account-Id');
  expect(names(operation)).toEqual(['X-Trace', 'thingId']);
  expect(operation.takesKey).toBe(true);
});

test('a header of an operation and the same of its path, in another case, are one', () => {
  const header = (name: string) => ({ name, in: 'header', schema: string });
  const post = { parameters: [header('X-Tenant')] };
  const [operation] = describe({ '/a': { parameters: [header('x-tenant')], post } });
  expect(Object.keys(operation?.places ?? {})).toEqual(['X-Tenant']);
});

test('bodies: allOf is one object, what is only read is left out, anything else is one argument', () => {
  const schemas = {
    Base: {
      type: 'object',
      required: ['id', 'name'],
      properties: { id: { ...string, readOnly: true }, name: string },
    },
  };
  const all = { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { size: {} } }] };
  const merged = only(body(all), schemas);
  expect(names(merged)).toEqual(['thingId', 'name', 'size']);
  expect(merged.input.required).toEqual(['thingId', 'name']);
  const either = only(body({ oneOf: [{ ...all }, { type: 'array', items: string }] }), schemas);
  expect(either.places.body).toEqual({ in: 'whole-body', name: 'body' });
  const nullable = only(
    body({ type: 'object', properties: { note: { ...string, nullable: true } } }),
  );
  expect(nullable.input.properties.note).toEqual({ type: 'string', nullable: true });
});

test.each([
  ['body_type', 'a form', body({}, 'application/x-www-form-urlencoded')],
  ['needs_cookie', 'a cookie', { parameters: [{ name: 'sid', in: 'cookie', required: true }] }],
  ['lost_reference', 'what is not there', body({ $ref: '#/components/schemas/Gone' })],
  ['lost_reference', 'a reference to itself', body({ $ref: '#/components/schemas/Loop' })],
])('%s is the problem of an operation that needs %s, and of no other', (problem, _, post) => {
  const schemas = { Loop: { $ref: '#/components/schemas/Loop' } };
  const found = describe({ '/a': { post, get: { operationId: 'fine' } } }, schemas);
  expect(found.map((each) => each.problem)).toEqual([undefined, problem]);
});

test('a schema that contains itself is anything there', () => {
  const Node = {
    type: 'object',
    properties: { name: string, next: { $ref: '#/components/schemas/Node' } },
  };
  const { input, problem } = only(body({ $ref: '#/components/schemas/Node' }), { Node });
  expect(problem).toBeUndefined();
  expect(input.properties.next).toEqual({});
});

test('references that multiply end with the operation that has them', () => {
  const wide = (to: number) => ({
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: 30 }, (_, nth) => [`f${nth}`, { $ref: `#/components/schemas/L${to}` }]),
    ),
  });
  const schemas = { L0: wide(1), L1: wide(2), L2: wide(3), L3: string };
  const post = body({ $ref: '#/components/schemas/L0' });
  const found = describe({ '/a': { post, get: { operationId: 'fine' } } }, schemas);
  expect(found.map((each) => each.problem)).toEqual([undefined, 'too_large']);
  const long = { enum: Array.from({ length: 40_000 }, (_, nth) => `v${nth}`) };
  expect(only(body({ properties: { long } })).problem).toBe('too_large');
});

test('a field called __proto__ changes nothing but itself', () => {
  const schema = JSON.parse('{"properties":{"__proto__":{"type":"string"},"constructor":{}}}');
  const operation = only(body(schema));
  expect(names(operation)).toEqual(['thingId', 'constructor']);
  expect(Object.getPrototypeOf(operation.input.properties)).toBe(Object.prototype);
});

test('another path, argument or place makes it another operation; a summary does not', () => {
  const hash = (operation: object) => operationHash(only(operation));
  const one = hash({ summary: 'One', ...body({ properties: { a: string } }) });
  expect(hash({ summary: 'Two', ...body({ properties: { a: string } }) })).toBe(one);
  expect(hash(body({ properties: { a: { type: 'number' } } }))).not.toBe(one);
  expect(hash({ parameters: [{ name: 'a', in: 'query', schema: string }] })).not.toBe(one);
});

test.each(['/../a', '/a/%2e%2E/b', '/a/.', '/x\\..\\b', '/.\t./a', '/a/../b?c=1'])(
  'the path «%s» leads out of the address',
  (path) => {
    const [operation] = describe({ [path]: { get: { operationId: 'out' } } });
    expect(operation?.problem).toBe('leads_elsewhere');
  },
);

test('a path with dots that are no steps leads where it says', () => {
  const [operation] = describe({ '/v1.0/.well-known/a..b': { get: {} } });
  expect(operation?.problem).toBeUndefined();
});

test('JSON of another name is asked for and sent by that name', () => {
  const content = (...types: string[]) => ({
    content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'object' } }])),
  });
  const types = (sent: string[], answered: string[]) => {
    const answer = { responses: { 200: content(...answered) } };
    const { bodyType, answerType } = only({ requestBody: content(...sent), ...answer });
    return [bodyType, answerType];
  };
  const patch = 'application/merge-patch+json';
  expect(types([patch], ['application/vnd.api+json'])).toEqual([patch, 'application/vnd.api+json']);
  expect(types([patch, 'application/json; charset=utf-8'], ['*/*'])).toEqual([
    undefined,
    undefined,
  ]);
  expect(types(['application/json\r\nX-Admin: 1'], ['text/html'])).toEqual([undefined, undefined]);
});

test('parameters are written as the document says', () => {
  const query = (name: string, rest: object) => ({ name, in: 'query', ...rest });
  const object = { type: 'object', properties: { a: string } };
  const operation = only({
    parameters: [
      { name: 'thingId', in: 'path', required: true, style: 'label', schema: string },
      query('deep', { style: 'deepObject', schema: object }),
      query('fields', { schema: object }),
      query('pipes', { style: 'pipeDelimited', schema: { type: 'array' } }),
      query('json', { content: { 'application/json': { schema: object } } }),
      query('plain', { style: 'form', schema: string }),
      query('other', { style: 'matrix', schema: string }),
    ],
  });
  const styles = Object.values(operation.places).map(({ style, isExploded }) => [
    style,
    isExploded,
  ]);
  expect(styles).toEqual([
    ['label', undefined],
    ['deepObject', true],
    ['fields', true],
    ['pipeDelimited', false],
    ['json', true],
    [undefined, true],
    [undefined, true],
  ]);
});
