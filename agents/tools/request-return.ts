import { z } from 'zod';
import { formatDay, formatMoney } from '@/lib/i18n/format';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { businessDeed, businessUndo } from './business-deed';
import { chooseDelivered } from './choose-delivered';
import { chooseItem } from './choose-item';
import { defineTool } from './define-tool';
import { type OrderFields, orderIdArgument } from './order-facts';
import { toolExamples } from './tool-examples';
import type { ToolResult } from './tool-result';
import type { ActionPreview } from './tool-spec';

const schema = z.object({
  order_id: orderIdArgument
    .optional()
    .describe('Order number, such as SO-10421, if it is known')
    .meta({ isNeeded: true }),
  item: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('Name or article number of the item, unless the order has only one'),
  quantity: z.number().int().min(1).max(99).optional().describe('How many; one when left out'),
  reason: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe("Why, in the person's own words; asked for where it is left out"),
});
type Item = OrderFields['items'][number];

const plan = z.object({
  orderId: z.string(),
  sku: z.string(),
  quantity: z.number(),
  reason: z.string(),
});

const returnFields = z.object({
  returnId: z.string(),
  orderId: z.string(),
  name: z.string(),
  quantity: z.number(),
  refund: z.string(),
  currency: z.string(),
});

export const requestReturn = defineTool({
  name: 'request_return',
  description:
    "Asks to return an item of one of the person's own delivered orders. The person sees what will be returned and confirms it before anything happens.",
  risk: 'write',
  needsAccount: true,
  schema,
  plan,
  examples: toolExamples('request_return'),
  propose: async (args, call) => {
    const chosen = await chooseDelivered(args, call);
    if ('refused' in chosen) return chosen;
    const { order } = chosen;
    const { quantity = 1, reason } = args;
    if (!reason) return { refused: { outcome: 'which_reason', order_id: order.orderId } };
    const item = chooseItem(order, args.item) ?? chooseItem(order, reason);
    if (!item) return { refused: whichItem(order) };
    const refused = notReturnable(order, item, quantity, call.locale);
    if (refused) return { refused };
    return {
      plan: { orderId: order.orderId, sku: item.sku, quantity, reason },
      preview: preview(order, item, { quantity, reason }, call.locale),
    };
  },
  ...businessDeed({
    operationId: 'requestReturn',
    args: (body: z.output<typeof plan>) => body,
    fields: returnFields,
    tell: ({ returnId, orderId, name, quantity, refund, currency }, { locale }) => ({
      outcome: 'ok',
      return_id: returnId,
      order_id: orderId,
      item: name,
      quantity,
      refund: formatMoney(refund, currency, locale),
    }),
  }),
  undo: {
    minutes: 24 * 60,
    ...businessUndo({
      operationId: 'cancelReturn',
      args: ({ result }) => ({ returnId: result.return_id }),
      fields: z.object({ returnId: z.string(), orderId: z.string() }),
      tell: ({ returnId, orderId }) => ({
        outcome: 'ok',
        return_id: returnId,
        order_id: orderId,
      }),
    }),
  },
});

function preview(
  order: OrderFields,
  item: Item,
  { quantity, reason }: { quantity: number; reason: string },
  locale: Locale,
): ActionPreview {
  const label = (name: string) => translate(locale, `agents.actions.request_return.${name}`);
  const refund = (Number(item.unitPrice) * quantity).toFixed(2);
  return {
    title: label('title'),
    fields: [
      { label: label('order'), value: order.orderId },
      { label: label('item'), value: `${quantity} × ${item.name}` },
      { label: label('refund'), value: formatMoney(refund, order.currency, locale) },
      { label: label('reason'), value: reason },
    ],
  };
}

function whichItem(order: OrderFields): ToolResult {
  const lines = order.items.map(({ quantity, name }) => `${quantity} × ${name}`);
  return { outcome: 'which_item', order_id: order.orderId, lines };
}

function notReturnable(
  order: OrderFields,
  item: Item,
  quantity: number,
  locale: Locale,
): ToolResult | undefined {
  const { orderId: order_id, returnableUntil } = order;
  if (!returnableUntil) return { outcome: 'not_delivered', order_id };
  if (returnableUntil < new Date().toISOString().slice(0, 10)) {
    return { outcome: 'too_late', order_id, until: formatDay(returnableUntil, locale) };
  }
  const left = item.quantity - item.returned;
  if (quantity > left) return { outcome: 'already_returned', order_id, item: item.name, left };
  return undefined;
}
