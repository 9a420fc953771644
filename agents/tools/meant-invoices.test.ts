import { expect, test } from 'vitest';
import { invoiceFields } from './invoice-facts';
import { meantInvoices } from './meant-invoices';
import { orderFields } from './order-facts';

const order = (orderId: string, sku: string, name: string) =>
  orderFields.parse({
    ...{ orderId, status: 'delivered', placedOn: '2026-11-01', total: '20.00', currency: 'SGD' },
    ...{ deliveredOn: null, expectedOn: null, returnableUntil: null, carrier: null },
    ...{ trackingNumber: null },
    items: [{ sku, name, quantity: 1, unitPrice: '20.00', returned: 0 }],
  });
const orders = [
  order('SO-10001', 'LW-MSE-05', 'Glide wireless mouse'),
  order('SO-10002', 'LW-MON-06', 'Vista 27 monitor'),
  order('SO-10003', 'LW-KEY-04', 'Glide wireless keyboard'),
];
const invoice = (end: string, more: object) =>
  invoiceFields.parse({
    ...{ invoiceId: `INV-2026-${end}`, orderId: null, description: 'Order', currency: 'SGD' },
    ...{ issuedOn: '2026-11-02', dueOn: '2026-12-02', total: '59.00', outstanding: '0.00' },
    ...{ status: 'paid', ...more },
  });
const invoices = [
  invoice('0001', { orderId: 'SO-10001' }),
  invoice('0002', { orderId: 'SO-10002', total: '1,299.00'.replace(',', '') }),
  invoice('0003', { orderId: 'SO-10003', outstanding: '59.00', status: 'open' }),
  invoice('0004', {
    ...{ description: 'Home installation of a printer', issuedOn: '2026-10-20' },
    ...{ total: '120.00', outstanding: '20.00', status: 'overdue' },
  }),
];

test.each([
  ['the bill for my mouse', ['0001']],
  ['显示器那张', ['0002']],
  ['the one over $1,299', ['0002']],
  ['上门装打印机之后的安装费', ['0004']],
  ['you installed my printer', ['0004']],
  ['the overdue one', ['0004']],
  ['我只付了一部分的那张', ['0004']],
  ['上个月的', ['0004']],
  ['my wireless thing', ['0001', '0003']],
  ['the mouse and the monitor', ['0001', '0002']],
  ['59 dollars', ['0001', '0003']],
  ['59 dollars for the keyboard', ['0003']],
  ['send it to me again', undefined],
  ['send it to my home', undefined],
])('«%s» means %j', (said, ends) => {
  const meant = meantInvoices(invoices, orders, { said, today: '2026-11-29' });
  expect(meant?.map(({ invoiceId }) => invoiceId.slice(-4))).toEqual(ends);
});
