import { z } from 'zod';
import { translate } from '@/lib/i18n/translate';
import { callBusiness, refusalResult } from './call-business';
import { defineTool } from './define-tool';
import { orderFields, orderIdArgument, orderList } from './order-facts';
import { toolExamples } from './tool-examples';
import type { ToolResult } from './tool-result';
import type { ToolCall } from './tool-spec';

const schema = z.object({
  address: z
    .string()
    .min(8)
    .max(300)
    .describe('The whole new address, with street, number and postal code'),
  order_id: orderIdArgument
    .optional()
    .describe('Order number, if the new address is for one order only'),
});

const plan = z.object({
  address: z.string(),
  orderIds: z.array(z.string()),
  isForAccount: z.boolean(),
});

export const changeAddress = defineTool({
  name: 'change_address',
  description:
    "Changes the delivery address of the person's own account and of their orders that are still being packed, or of one such order. The person sees the address and what it is for, and confirms before anything changes.",
  risk: 'write',
  needsAccount: true,
  schema,
  plan,
  examples: toolExamples.change_address,
  propose: async ({ address, order_id }, call) => {
    const orders = await findOrders(order_id, call);
    if ('refused' in orders) return orders;
    const { orderIds } = orders;
    const isForAccount = order_id === undefined;
    const label = (name: string) => translate(call.locale, `agents.actions.change_address.${name}`);
    const uses = [...(isForAccount ? [label('account')] : []), ...orderIds];
    return {
      plan: { address, orderIds, isForAccount },
      preview: {
        title: label('title'),
        fields: [
          { label: label('address'), value: address },
          { label: label('for'), value: uses.join(call.locale === 'zh' ? '、' : ', ') },
        ],
      },
    };
  },
  run: async (body, call) => {
    const answer = await callBusiness(call, 'changeAddress', body, plan);
    if (answer.outcome !== 'ok') return refusalResult(answer);
    const { address, orderIds } = answer.data;
    return {
      outcome: 'ok',
      address,
      count: orderIds.length,
      orders: orderIds.join(call.locale === 'zh' ? '、' : ', '),
    };
  },
});

/** The orders that are to go to the new address: the one named, or all that are being packed. */
async function findOrders(
  orderId: string | undefined,
  call: ToolCall,
): Promise<{ orderIds: string[] } | { refused: ToolResult }> {
  if (orderId) {
    const answer = await callBusiness(call, 'getOrder', { orderId }, orderFields);
    if (answer.outcome !== 'ok') return { refused: refusalResult(answer) };
    const isPacked = answer.data.status === 'processing';
    if (isPacked) return { orderIds: [orderId] };
    return { refused: { outcome: 'not_changeable', order_id: orderId } };
  }
  const answer = await callBusiness(call, 'listOrders', { limit: 50 }, orderList);
  if (answer.outcome !== 'ok') return { refused: refusalResult(answer) };
  const open = answer.data.orders.filter(({ status }) => status === 'processing');
  return { orderIds: open.map((order) => order.orderId) };
}
