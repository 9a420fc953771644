import { expect, test } from 'vitest';
import { checkArguments } from './check-arguments';

const object = (properties: object, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
});
const evil = '^(a+)+$';

test.each<[string, Record<string, unknown>, Record<string, unknown>, boolean]>([
  ['a number too large', object({ a: { type: 'number', maximum: 5 } }), { a: 1e308 }, false],
  ['a negative one', object({ a: { type: 'integer', minimum: 0 } }), { a: -1 }, false],
  [
    'a limit of 3.0',
    object({ a: { minimum: 0, exclusiveMinimum: true, type: 'number' } }),
    { a: 1 },
    true,
  ],
  ['a word for a number', object({ a: { type: 'number' } }), { a: '7' }, false],
  ['a choice', object({ a: { enum: ['x', 'y'] } }), { a: 'z' }, false],
  ['nothing where it may be', object({ a: { type: 'string', nullable: true } }), { a: null }, true],
  [
    'nothing where it may be, in 3.1',
    object({ a: { type: ['string', 'null'] } }),
    { a: null },
    true,
  ],
  ['nothing where it may not', object({ a: { type: 'string' } }), { a: null }, false],
  [
    'a name that nearly fits a pattern for names',
    object({
      a: { type: 'object', patternProperties: { [evil]: {} }, additionalProperties: false },
    }),
    { a: { [`${'a'.repeat(60)}!`]: 1 } },
    true,
  ],
  [
    'arguments called like keywords',
    object({ pattern: { type: 'string' }, patternProperties: { type: 'number' } }),
    { pattern: 'x', patternProperties: 'y' },
    false,
  ],
  ['what is missing', object({ a: {} }, ['a']), {}, false],
  ['what is not known', object({ a: {} }), { b: 1 }, false],
  ['another case', object({ accountId: {} }), { AccountID: 1 }, false],
  ['a prototype', object({ a: {} }), JSON.parse('{"__proto__":{"a":1}}'), false],
  ['a constructor', object({ a: {} }), { constructor: 1 }, false],
  [
    'a list of the wrong',
    object({ a: { type: 'array', items: { type: 'number' } } }),
    { a: [1, 'x'] },
    false,
  ],
  [
    'one of several',
    object({ a: { oneOf: [{ type: 'string' }, { type: 'number' }] } }),
    { a: 1 },
    true,
  ],
  [
    'a pattern without end',
    object({ a: { type: 'string', pattern: evil } }),
    { a: `${'a'.repeat(50)}!` },
    true,
  ],
  [
    'one that fits several',
    object({ a: { oneOf: [{ type: 'integer' }, { type: 'number' }] } }),
    { a: 1 },
    true,
  ],
  [
    'none of several',
    object({ a: { oneOf: [{ type: 'integer' }], anyOf: [{ type: 'number' }] } }),
    { a: 1.5 },
    false,
  ],
  [
    'a field that says of itself that it must be there',
    object({ a: { type: 'object', required: true } }),
    { a: {} },
    true,
  ],
  ['a field called pattern', object({ pattern: { type: 'number' } }), { pattern: 'x' }, false],
])('%s', (_, schema, args, fits) => {
  expect(checkArguments(schema, args) === undefined).toBe(fits);
});

const id = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test.each<[string, string, boolean]>([
  ['time', '10:00', true],
  ['time', '9:30', true],
  ['time', '10:00:00+02:00', true],
  ['time', '10:00Z', true],
  ['time', '25:00', false],
  ['time', 'noon', false],
  ['date-time', '2026-03-04T10:00', true],
  ['date-time', '2026-03-04 10:00:00', true],
  ['date-time', '2026-03-04T10:00:00.123Z', true],
  ['date-time', '2026-03-04T10:00:00+0200', true],
  ['date-time', 'tomorrow', false],
  ['date', '2026-03-04', true],
  ['date', '2026-02-30', false],
  ['uuid', id, true],
  ['uuid', id.toUpperCase(), true],
  ['uuid', '01890a5d-ac96-774b-bcce-b302099a8057', true],
  ['uuid', '11111111-1111-1111-1111-111111111111', true],
  ['uuid', 'the first one', false],
  ['email', 'ann@example.com', true],
  ['email', 'ann', false],
  ['uri-reference', '/a/b', true],
  ['uri', 'example.com', true],
  ['duration', '90 minutes', true],
  ['ipv4', '::1', true],
  ['int64', '12', true],
])('a text of format %s may be %s: %s', (format, a, fits) => {
  const found = checkArguments(object({ a: { type: 'string', format } }), { a });
  expect(found === undefined).toBe(fits);
});

test('what is wrong with a time is said by an example, not by a pattern', () => {
  const schema = object({ from: { type: 'string', format: 'time' } });
  expect(checkArguments(schema, { from: 'noon' })).toBe('from: Write it like 10:00 or 10:00:00Z.');
});
