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
  ['a field called pattern', object({ pattern: { type: 'number' } }), { pattern: 'x' }, false],
])('%s', (_, schema, args, fits) => {
  expect(checkArguments(schema, args) === undefined).toBe(fits);
});
