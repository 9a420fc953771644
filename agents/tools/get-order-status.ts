import { z } from 'zod';
import { callBusiness, refusalResult } from './call-business';
import { defineTool } from './define-tool';
import { orderFields, orderIdArgument, orderList, orderResult } from './order-facts';
import { toolExamples } from './tool-examples';

export const getOrderStatus = defineTool({
  name: 'get_order_status',
  description:
    "Looks up one of the person's own orders: where it is, when it arrives or arrived, tracking number, items and total. Without an order number it takes their latest order.",
  risk: 'read',
  needsAccount: true,
  schema: z.object({
    order_id: orderIdArgument.optional().describe('Order number, such as SO-10421'),
  }),
  examples: toolExamples('get_order_status'),
  run: async ({ order_id }, call) => {
    if (order_id) {
      const answer = await callBusiness(call, 'getOrder', { orderId: order_id }, orderFields);
      if (answer.outcome !== 'ok') return refusalResult(answer);
      return orderResult(answer.data, call.locale);
    }
    const answer = await callBusiness(call, 'listOrders', { limit: 1 }, orderList);
    if (answer.outcome !== 'ok') return refusalResult(answer);
    const [latest] = answer.data.orders;
    return latest ? orderResult(latest, call.locale) : { outcome: 'none' };
  },
});
