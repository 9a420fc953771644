import { expect, test } from 'vitest';
import { listFields, pickFields } from './response-fields';

const string = { type: 'string' };

test('fields are listed as paths to values', () => {
  const schema = {
    type: 'object',
    properties: {
      total: string,
      items: { type: 'array', items: { properties: { name: string, tags: { items: string } } } },
      either: { oneOf: [{ properties: { a: string } }, { properties: { b: string } }] },
      'not.a.path': string,
    },
  };
  expect(listFields(schema)).toEqual([
    'total',
    'items[].name',
    'items[].tags[]',
    'either.a',
    'either.b',
  ]);
  expect(listFields({ type: 'array', items: string })).toEqual(['[]']);
  expect([listFields(undefined), listFields({}), listFields({ type: 'object' })]).toEqual([
    ['*'],
    ['*'],
    ['*'],
  ]);
});

const order = {
  total: 5,
  secret: 'x',
  items: [{ name: 'Lamp', cost: 1 }, { cost: 2 }, { name: 'Bulb' }],
  buyer: { name: 'Ann', card: '4111' },
};

test.each<[string[], unknown]>([
  [['total', 'buyer.name'], { total: 5, buyer: { name: 'Ann' } }],
  [['items[].name'], { items: [{ name: 'Lamp' }, { name: 'Bulb' }] }],
  [['buyer'], { buyer: order.buyer }],
  [['buyer.name.first', 'total[]', 'items.name'], undefined],
  [['gone'], undefined],
  [[], undefined],
  [['*', 'total'], order],
])('%j of an order is %j', (paths, picked) => {
  expect(pickFields(order, paths)).toEqual(picked);
});

test('names of strangers reach no prototype', () => {
  const data = JSON.parse('{"__proto__":{"polluted":1},"a":2}');
  expect(pickFields({ a: 1 }, ['__proto__.polluted', 'constructor.prototype.polluted'])).toBe(
    undefined,
  );
  expect(pickFields(data, ['__proto__.polluted', 'a'])).toEqual(data);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
