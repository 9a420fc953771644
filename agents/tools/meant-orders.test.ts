import { expect, test } from 'vitest';
import { meantOrders } from './meant-orders';
import { orderFields } from './order-facts';

const order = (orderId: string, ...names: string[]) =>
  orderFields.parse({
    ...{ orderId, status: 'shipped', placedOn: '2026-11-01', total: '20.00', currency: 'SGD' },
    ...{ deliveredOn: null, expectedOn: null, returnableUntil: null, carrier: null },
    ...{ trackingNumber: null },
    items: names.map((name, at) => ({
      ...{
        sku: `LW-${at}-${orderId.slice(-1)}`,
        name,
        quantity: 1,
        unitPrice: '20.00',
        returned: 0,
      },
    })),
  });
const orders = [
  order('SO-10003', 'Vista 27 monitor'),
  order('SO-10002', 'Glide wireless mouse', 'Tactile keyboard'),
  order('SO-10001', 'Glide wireless mouse'),
];

test.each([
  ['has my monitor left yet', ['SO-10003']],
  ['键盘到哪了', ['SO-10002']],
  ['where are the mouse and the keyboard', ['SO-10002']],
  ['the mouse', ['SO-10002', 'SO-10001']],
  ['where is my parcel', []],
])('«%s» is about %j', (said, ids) => {
  expect(meantOrders(orders, said).map(({ orderId }) => orderId)).toEqual(ids);
});
