import { expect, test } from 'vitest';
import { propertiesOf } from '../schema-properties';
import { exampleOf } from './example-of';
import { fieldKindOf } from './field-kind';
import { readArguments } from './read-arguments';

const input = {
  type: 'object',
  properties: {
    note: { type: ['string', 'null'] },
    count: { type: 'integer' },
    price: { type: 'number' },
    size: { enum: [1, 2, 'XL'] },
    isGift: { type: 'boolean' },
    day: { type: 'string', format: 'date' },
    address: { $ref: '#/$defs/Address' },
    loop: { $ref: '#/$defs/Loop' },
  },
  required: ['count', 'address'],
  $defs: {
    Address: {
      type: 'object',
      properties: {
        city: { type: 'string' },
        floors: { type: 'array', items: { type: 'integer' } },
      },
    },
    Loop: { $ref: '#/$defs/Loop' },
  },
};
const properties = propertiesOf(input);

test('what is needed stands first; each argument is typed by what it is', () => {
  expect(properties.map((property) => [property.name, fieldKindOf(property).kind])).toEqual([
    ['count', 'number'],
    ['address', 'json'],
    ['note', 'text'],
    ['price', 'number'],
    ['size', 'choice'],
    ['isGift', 'boolean'],
    ['day', 'date'],
    ['loop', 'json'],
  ]);
  expect(exampleOf(properties[1]?.schema)).toEqual({ city: '…', floors: [0] });
});

test('what was typed becomes values of the schema’s own types; what was left empty is left out', () => {
  const typed = {
    count: '3',
    address: '{"city": "Bath"}',
    price: '2.5',
    size: '2',
    isGift: 'false',
    day: '2026-03-04',
    note: '  ',
  };
  expect(readArguments(properties, typed)).toEqual({
    args: {
      count: 3,
      address: { city: 'Bath' },
      price: 2.5,
      size: 2,
      isGift: false,
      day: '2026-03-04',
    },
    faults: {},
  });
});

test('what is missing or does not fit is said of its own field', () => {
  const typed = { count: '2.5', price: 'much', loop: '{' };
  expect(readArguments(properties, typed).faults).toEqual({
    count: 'number',
    address: 'missing',
    price: 'number',
    loop: 'json',
  });
});
