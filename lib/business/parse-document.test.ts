import { expect, test } from 'vitest';
import { maxDocumentLength } from '@/lib/shared/connections';
import { describeOperations } from './describe-operations';
import { DocumentFault, type DocumentFaultReason } from './document-fault';
import { parseDocument } from './parse-document';

const paths = { '/a': { get: { operationId: 'getA' } } };
const json = (rest: object) => JSON.stringify({ openapi: '3.0.3', paths, ...rest });

function faultOf(text: string): DocumentFaultReason | 'none' {
  try {
    describeOperations(parseDocument(text));
    return 'none';
  } catch (error) {
    if (error instanceof DocumentFault) return error.reason;
    throw error;
  }
}

test.each([
  ['JSON of 3.0', json({})],
  ['JSON of 3.1 behind a byte order mark', `\uFEFF${json({ openapi: '3.1.0' })}`],
  ['YAML', 'openapi: 3.0.3\npaths:\n  /a:\n    get: { responses: { 200: { description: ok } } }'],
  ['YAML whose version is a number', 'openapi: 3.1\npaths:\n  /a:\n    get: {}'],
  ['YAML with an anchor', 'x: &x {type: string}\nopenapi: 3.0.3\npaths: {/a: {get: {x: *x}}}'],
])('%s is read', (_, text) => {
  expect(describeOperations(parseDocument(text))).toMatchObject([{ path: '/a', method: 'get' }]);
});

const lines = (count: number, line: (nth: number) => string) =>
  Array.from({ length: count }, (_, nth) => line(nth)).join('\n');
const bomb = `a0: &a0 [${'x,'.repeat(9)}x]\n${lines(12, (nth) => `a${nth + 1}: &a${nth + 1} [${`*a${nth},`.repeat(9)}*a${nth}]`)}`;

test.each<[DocumentFaultReason, string, string]>([
  ['unreadable', 'broken JSON', '{"openapi": "3.0.3", '],
  ['unreadable', 'broken YAML', 'openapi: 3.0.3\npaths: [1,\n'],
  ['unreadable', 'YAML that is nothing but brackets', '- '.repeat(200_000)],
  ['not_openapi', 'a page', '<html><body>Sign in</body></html>'],
  ['not_openapi', 'a list', '[]'],
  ['address', 'where a document is', ' https://api.example.com/openapi.json\n'],
  ['unreadable', 'nothing', ' '],
  ['swagger_2', 'Swagger 2', '{"swagger": "2.0", "paths": {}}'],
  ['version', 'a version to come', json({ openapi: '4.0.0' })],
  ['no_operations', 'no paths', '{"openapi": "3.1.0", "webhooks": {}}'],
  ['no_operations', 'paths of nobody', json({ paths: { 'x-mine': paths['/a'], '/b': {} } })],
  ['too_large', 'megabytes', 'x'.repeat(maxDocumentLength + 1)],
  ['too_large', 'aliases that multiply', `openapi: 3.0.3\npaths: {}\n${bomb}`],
  ['too_large', 'an alias of itself', 'openapi: 3.0.3\npaths: {}\nx: &x\n  y: *x\n'],
  [
    'too_large',
    'depth without end',
    json({ x: 0 }).replace('"x":0', `"x":${'['.repeat(5_000)}${']'.repeat(5_000)}`),
  ],
  ['outside_reference', 'a file', json({ x: { $ref: 'file:///etc/passwd' } })],
  ['outside_reference', 'an address', json({ x: [{ $ref: 'http://169.254.169.254/#/a' }] })],
])('%s is what is wrong with %s', (reason, _, text) => {
  expect(faultOf(text)).toBe(reason);
});

test('a list of hundreds of thousands of values is walked through', () => {
  expect(faultOf(json({ x: Array.from({ length: 300_000 }, () => 1) }))).toBe('none');
});

test('tens of thousands of anchors, of which each is looked for, are read', () => {
  const anchors = lines(20_000, (nth) => `  - &a${nth} v\n  - *a${nth}`);
  expect(faultOf(`openapi: 3.0.3\npaths: {/a: {get: {}}}\nx:\n${anchors}`)).toBe('none');
});

test('two thousand operations in three megabytes are read, two thousand and one are not', () => {
  const schema = { $ref: '#/components/schemas/Thing' };
  const properties = Object.fromEntries(
    Array.from({ length: 12 }, (_, nth) => [`field${nth}`, { type: 'string', description: 'x' }]),
  );
  const content = { 'application/json': { schema } };
  const operation = {
    description: 'What it does. '.repeat(85),
    requestBody: { content },
    responses: { 200: { description: 'ok', content } },
  };
  const many = (count: number) =>
    json({
      paths: Object.fromEntries(
        Array.from({ length: count }, (_, nth) => [`/things/${nth}`, { post: operation }]),
      ),
      components: { schemas: { Thing: { type: 'object', properties } } },
    });
  const text = many(2_000);
  expect(text.length).toBeGreaterThan(2_800_000);
  expect(describeOperations(parseDocument(text))).toHaveLength(2_000);
  expect(faultOf(many(2_001).replaceAll('What it does. ', ''))).toBe('too_large');
});
