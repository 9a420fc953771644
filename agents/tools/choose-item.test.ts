import { expect, test } from 'vitest';
import { chooseItem } from './choose-item';
import { orderFields } from './order-facts';

const item = (sku: string, name: string) => ({
  ...{ sku, name, quantity: 1, unitPrice: '10.00', returned: 0 },
});
const order = orderFields.parse({
  ...{ orderId: 'SO-10302', status: 'delivered', placedOn: '2026-11-01', total: '20.00' },
  ...{ deliveredOn: null, expectedOn: null, returnableUntil: null, carrier: null },
  ...{ trackingNumber: null, currency: 'SGD' },
  items: [item('M-1', 'Glide wireless mouse'), item('K-2', 'Tactile wireless keyboard')],
});

test.each([
  ['the keyboard', 'K-2'],
  ['鍵盤', 'K-2'],
  ['K-2', 'K-2'],
  ['货号 k 2，数量 1', 'K-2'],
  ['M-1 and K-2', undefined],
  ['第一个', 'M-1'],
  ['I want to send the mouse back, it failed on the second day', 'M-1'],
  ['both the mouse and the keyboard', undefined],
  ['something wireless', undefined],
  ['I want to send something back, it failed on the second day', undefined],
])('«%s» means %s', (named, sku) => {
  expect(chooseItem(order, named)?.sku).toBe(sku);
});
