import { z } from 'zod';
import { callBusiness, refusalResult } from './call-business';
import { defineTool } from './define-tool';
import { meantOrders } from './meant-orders';
import { orderFields, orderIdArgument, orderList, orderResult } from './order-facts';
import { toolExamples } from './tool-examples';

/** As many as are looked at for one that is named by what was ordered. */
const mostOrders = 50;

export const getOrderStatus = defineTool({
  name: 'get_order_status',
  description:
    "Looks up one of the person's own orders: where it is, when it arrives or arrived, tracking number, items and total. Without an order number it takes the latest order of what they name, or else their latest.",
  risk: 'read',
  needsAccount: true,
  schema: z.object({
    order_id: orderIdArgument.optional().describe('Order number, such as SO-10421'),
    item: z
      .string()
      .min(1)
      .max(500)
      .optional()
      .describe('What was ordered, if the number is not known'),
  }),
  examples: toolExamples('get_order_status'),
  run: async ({ order_id, item }, call) => {
    if (order_id) {
      const answer = await callBusiness(call, 'getOrder', { orderId: order_id }, orderFields);
      if (answer.outcome !== 'ok') return refusalResult(answer);
      return orderResult(answer.data, call.locale);
    }
    const answer = await callBusiness(call, 'listOrders', { limit: mostOrders }, orderList);
    if (answer.outcome !== 'ok') return refusalResult(answer);
    const { orders } = answer.data;
    const [latest] = [...(item ? meantOrders(orders, item) : []), ...orders];
    return latest ? orderResult(latest, call.locale) : { outcome: 'none' };
  },
});
