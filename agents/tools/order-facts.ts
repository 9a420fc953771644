import { z } from 'zod';
import { formatDay, formatMoney } from '@/lib/i18n/format';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import type { ToolResult } from './tool-result';

export const orderIdArgument = z.string().regex(/^SO-\d{5}$/);

/** What tools, and with them the model, see of an order. */
export const orderFields = z.object({
  orderId: z.string(),
  status: z.enum(['processing', 'shipped', 'delivered', 'cancelled']),
  placedOn: z.string(),
  deliveredOn: z.string().nullable(),
  expectedOn: z.string().nullable(),
  returnableUntil: z.string().nullable(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  total: z.string(),
  currency: z.string(),
  items: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      quantity: z.number(),
      unitPrice: z.string(),
      returned: z.number(),
    }),
  ),
});
export type OrderFields = z.infer<typeof orderFields>;

export const orderList = z.object({ orders: z.array(orderFields) });

/** An order as facts for the model and lines for the person. */
export function orderResult(order: OrderFields, locale: Locale): ToolResult {
  const day = (date: string | null) => date && formatDay(date, locale);
  return {
    outcome: 'ok',
    order_id: order.orderId,
    status: order.status,
    placed_on: day(order.placedOn),
    expected_on: day(order.expectedOn),
    delivered_on: day(order.deliveredOn),
    returnable_until: day(order.returnableUntil),
    carrier: order.carrier,
    tracking_number: order.trackingNumber,
    total: formatMoney(order.total, order.currency, locale),
    lines: order.items.map(
      (item) =>
        `${item.quantity} × ${item.name}, ${formatMoney(item.unitPrice, order.currency, locale)}`,
    ),
  };
}

/** One order as one line of a list. */
export function orderLine(order: OrderFields, locale: Locale): string {
  return translate(locale, 'agents.lines.order', {
    order_id: order.orderId,
    status: order.status,
    placed_on: formatDay(order.placedOn, locale),
    items: order.items.map(({ name }) => name).join(locale === 'zh' ? '、' : ', '),
    total: formatMoney(order.total, order.currency, locale),
  });
}
