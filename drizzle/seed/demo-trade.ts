import { product, products } from './demo-catalog';
import { orderTotal, type SeedInvoice, type SeedOrder } from './demo-orders';
import { FixedChance } from './fixed-chance';
import { paymentsOf } from './invoice-payments';

/** A return as the seed tells it. */
export interface SeedReturn {
  id: string;
  orderId: string;
  sku: string;
  quantity: number;
  reason: string;
  status: 'requested' | 'received' | 'refunded';
  daysAgo: number;
}

/** A refund as the seed tells it. */
export interface SeedRefund {
  id: string;
  orderId: string;
  amountCents: number;
  reason: string;
  daysAgo: number;
}

/** An objection to an invoice as the seed tells it. */
export interface SeedDispute {
  id: string;
  invoiceId: string;
  reason: string;
  status: 'open' | 'settled';
  daysAgo: number;
}

/** What customers and company had to do with each other so far. */
export interface Trade {
  orders: SeedOrder[];
  invoices: SeedInvoice[];
  returns: SeedReturn[];
  refunds: SeedRefund[];
  disputes: SeedDispute[];
}

// Below what the sequences begin with, so that no number is given twice.
const firstNumber = {
  order: 12_001,
  invoice: 2001,
  return: 61_001,
  refund: 71_001,
  dispute: 52_001,
};

const returnReasons = [
  'Too large for my desk',
  'The sound is thinner than I expected',
  'Ordered twice by mistake',
  'Does not charge any more',
  '颜色和图片不一样',
  '买错型号了',
] as const;
const refundReasons = [
  'A scratch on the case',
  'Arrived three days late',
  'One part was missing from the box',
  '包装破损',
] as const;
const disputeReasons = [
  'I was charged for two cables but got one',
  'The work took one hour, not two',
  'I have paid this already by bank transfer',
  '金额与报价不符',
] as const;
const services = [
  ['Home installation of a mesh Wi-Fi network', 24_000],
  ['Home installation, two hours', 12_000],
  ['Repair of a cracked tablet screen', 18_900],
  ['Replacement of a tablet battery', 9_900],
] as const;

/** The history of these customers, the same each time; days count back from the moment of seeding. */
export function makeTrade(customerIds: string[]): Trade {
  const trade: Trade = { orders: [], invoices: [], returns: [], refunds: [], disputes: [] };
  const chance = new FixedChance(7001);
  for (const customerId of customerIds) addCustomer(trade, customerId, chance);
  return trade;
}

function addCustomer(trade: Trade, customerId: string, chance: FixedChance): void {
  // Some have an account and never ordered; many came back.
  const count = chance.isOneOf(6) ? 0 : chance.between(1, 2);
  let daysAgo = chance.isOneOf(30) ? chance.between(0, 5) : chance.between(6, 60);
  for (let nth = 0; nth < count; nth += 1) {
    addOrder(trade, customerId, daysAgo, chance);
    daysAgo += chance.between(9, 80);
  }
  if (!chance.isOneOf(12)) return;
  const [description, totalCents] = chance.pick(services);
  addInvoice(trade, { customerId, description, totalCents, issuedDaysAgo: daysAgo }, chance);
}

function addOrder(trade: Trade, customerId: string, daysAgo: number, chance: FixedChance): void {
  const order: SeedOrder = {
    id: `SO-${firstNumber.order + trade.orders.length}`,
    customerId,
    status: statusAfter(daysAgo, chance),
    daysAgo,
    items: chooseItems(chance),
  };
  trade.orders.push(order);
  if (order.status === 'cancelled') return;
  const totalCents = orderTotal(order);
  const { id: orderId } = order;
  const description = `Order ${orderId}`;
  addInvoice(
    trade,
    { customerId, orderId, description, totalCents, issuedDaysAgo: daysAgo },
    chance,
  );
  if (order.status !== 'delivered') return;
  if (chance.isOneOf(20)) addReturn(trade, order, chance);
  else if (chance.isOneOf(14)) addRefund(trade, order, chance);
}

function statusAfter(daysAgo: number, chance: FixedChance): SeedOrder['status'] {
  if (chance.isOneOf(8)) return 'cancelled';
  if (daysAgo <= 1) return 'processing';
  return daysAgo <= 5 ? 'shipped' : 'delivered';
}

function chooseItems(chance: FixedChance): SeedOrder['items'] {
  const skus = new Set(
    Array.from(
      { length: chance.isOneOf(70) ? 1 : chance.between(2, 3) },
      () => chance.pick(products).sku,
    ),
  );
  return [...skus].map((sku) => ({ sku, quantity: chance.isOneOf(80) ? 1 : chance.between(2, 3) }));
}

function addInvoice(
  trade: Trade,
  invoice: Omit<SeedInvoice, 'id' | 'dueDaysAgo' | 'payments'>,
  chance: FixedChance,
): void {
  const id = `INV-2026-${firstNumber.invoice + trade.invoices.length}`;
  const { issuedDaysAgo, totalCents } = invoice;
  const payments = paymentsOf(totalCents, issuedDaysAgo, chance);
  trade.invoices.push({ ...invoice, id, dueDaysAgo: issuedDaysAgo - 30, payments });
  const isPaid = payments.some(({ status, cents }) => !status && cents === totalCents);
  if (!chance.isOneOf(isPaid ? 2 : 35)) return;
  trade.disputes.push({
    id: `DP-${firstNumber.dispute + trade.disputes.length}`,
    invoiceId: id,
    reason: chance.pick(disputeReasons),
    status: isPaid || issuedDaysAgo > 60 ? 'settled' : 'open',
    daysAgo: Math.floor(issuedDaysAgo / 2),
  });
}

function addReturn(trade: Trade, order: SeedOrder, chance: FixedChance): void {
  const daysAgo = Math.max(0, order.daysAgo - 4 - chance.between(1, 8));
  const [item] = order.items;
  trade.returns.push({
    id: `RT-${firstNumber.return + trade.returns.length}`,
    orderId: order.id,
    sku: item?.sku ?? '',
    quantity: 1,
    reason: chance.pick(returnReasons),
    status: daysAgo > 16 ? 'refunded' : daysAgo > 7 ? 'received' : 'requested',
    daysAgo,
  });
}

function addRefund(trade: Trade, order: SeedOrder, chance: FixedChance): void {
  const part = (orderTotal(order) * chance.between(5, 25)) / 100;
  trade.refunds.push({
    id: `RF-${firstNumber.refund + trade.refunds.length}`,
    orderId: order.id,
    // Whole dollars, within what needs nobody's decision.
    amountCents: Math.min(10_000, Math.max(100, Math.round(part / 100) * 100)),
    reason: chance.pick(refundReasons),
    daysAgo: Math.max(0, order.daysAgo - 4 - chance.between(1, 5)),
  });
}

/** What a return of so many brings back, in cents. */
export function returnCents({ sku, quantity }: Pick<SeedReturn, 'sku' | 'quantity'>): number {
  return product(sku).unitCents * quantity;
}
