import { product, products } from './demo-catalog';

/** An order as the seed tells it; days count back from the moment of seeding. */
export interface SeedOrder {
  id: string;
  customerId: string;
  status: 'processing' | 'shipped' | 'delivered' | 'cancelled';
  daysAgo: number;
  items: { sku: string; quantity: number }[];
}

/** An invoice as the seed tells it. Its total is the order's, or `totalCents` without an order. */
export interface SeedInvoice {
  id: string;
  customerId: string;
  orderId?: string;
  description: string;
  totalCents: number;
  issuedDaysAgo: number;
  /** Negative days ago: still to come. */
  dueDaysAgo: number;
  payments: SeedPayment[];
}

export interface SeedPayment {
  method: 'card' | 'bank-transfer' | 'paynow';
  /** Settled when left out. */
  status?: 'pending' | 'failed';
  daysAgo: number;
  cents: number;
}

/** Customer C-1001 has one of everything, so that a visitor can try everything. */
const firstCustomersOrders: SeedOrder[] = [
  {
    id: 'SO-10421',
    customerId: 'C-1001',
    status: 'delivered',
    daysAgo: 9,
    items: [{ sku: 'LW-HPH-02', quantity: 1 }],
  },
  {
    id: 'SO-10398',
    customerId: 'C-1001',
    status: 'delivered',
    daysAgo: 21,
    items: [
      { sku: 'LW-CBL-09', quantity: 2 },
      { sku: 'LW-CHG-08', quantity: 1 },
    ],
  },
  {
    id: 'SO-10436',
    customerId: 'C-1001',
    status: 'shipped',
    daysAgo: 3,
    items: [{ sku: 'LW-KEY-04', quantity: 1 }],
  },
  {
    id: 'SO-10440',
    customerId: 'C-1001',
    status: 'processing',
    daysAgo: 0,
    items: [{ sku: 'LW-CAM-10', quantity: 1 }],
  },
  {
    id: 'SO-10302',
    customerId: 'C-1001',
    status: 'delivered',
    daysAgo: 75,
    items: [{ sku: 'LW-SPK-03', quantity: 1 }],
  },
];

const firstCustomersInvoices: SeedInvoice[] = [
  {
    id: 'INV-2026-0042',
    customerId: 'C-1001',
    orderId: 'SO-10421',
    description: 'Order SO-10421',
    totalCents: 32_900,
    issuedDaysAgo: 9,
    dueDaysAgo: -21,
    payments: [{ method: 'card', daysAgo: 9, cents: 32_900 }],
  },
  {
    id: 'INV-2026-0043',
    customerId: 'C-1001',
    orderId: 'SO-10436',
    description: 'Order SO-10436',
    totalCents: 18_900,
    issuedDaysAgo: 3,
    dueDaysAgo: -27,
    payments: [],
  },
  {
    id: 'INV-2026-0035',
    customerId: 'C-1001',
    orderId: 'SO-10398',
    description: 'Order SO-10398',
    totalCents: 10_700,
    issuedDaysAgo: 21,
    dueDaysAgo: -9,
    payments: [{ method: 'paynow', daysAgo: 21, cents: 10_700 }],
  },
  {
    id: 'INV-2026-0017',
    customerId: 'C-1001',
    description: 'Home installation of a mesh Wi-Fi network',
    totalCents: 24_000,
    issuedDaysAgo: 50,
    dueDaysAgo: 20,
    payments: [{ method: 'bank-transfer', daysAgo: 40, cents: 10_000 }],
  },
];

/** The other first customers' orders, by a fixed rule: two each, of every status and age. */
function otherOrders(customerIds: string[]): SeedOrder[] {
  const statuses = ['delivered', 'shipped', 'processing', 'cancelled'] as const;
  return customerIds.flatMap((customerId, index) =>
    [0, 1].map((nth): SeedOrder => {
      const number = index * 2 + nth;
      const status = statuses[number % statuses.length] ?? 'delivered';
      const chosen = products[(number * 5) % products.length] ?? products[0];
      return {
        id: `SO-${11_000 + number}`,
        customerId,
        status,
        daysAgo: status === 'delivered' ? 6 + (number % 50) : number % 5,
        items: [{ sku: chosen.sku, quantity: 1 + (number % 2) }],
      };
    }),
  );
}

function otherInvoices(orders: SeedOrder[]): SeedInvoice[] {
  const methods = ['card', 'paynow', 'bank-transfer'] as const;
  return orders
    .filter((order) => order.status !== 'cancelled')
    .map((order, index) => ({
      id: `INV-2026-${String(1000 + index)}`,
      customerId: order.customerId,
      orderId: order.id,
      description: `Order ${order.id}`,
      totalCents: orderTotal(order),
      issuedDaysAgo: order.daysAgo,
      dueDaysAgo: order.daysAgo - 30,
      payments:
        index % 4 === 3
          ? []
          : [
              {
                method: methods[index % methods.length] ?? 'card',
                daysAgo: order.daysAgo,
                cents: orderTotal(order),
              },
            ],
    }));
}

/** What the order costs, in cents. */
export function orderTotal(order: SeedOrder): number {
  return order.items.reduce((sum, item) => sum + product(item.sku).unitCents * item.quantity, 0);
}

/** Orders and invoices of the customers that the company had first, the same each time. */
export function firstOrders([, ...otherCustomerIds]: string[]) {
  const others = otherOrders(otherCustomerIds);
  return {
    orders: [...firstCustomersOrders, ...others],
    invoices: [...firstCustomersInvoices, ...otherInvoices(others)],
  };
}
