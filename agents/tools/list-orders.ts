import { z } from 'zod';
import { callBusiness, refusalResult } from './call-business';
import { defineTool } from './define-tool';
import { orderLine, orderList } from './order-facts';
import { toolExamples } from './tool-examples';

export const listOrders = defineTool({
  name: 'list_orders',
  description:
    "Lists the person's own orders, newest first, with state, items and total. Use it when they ask for several orders or do not know an order's number.",
  risk: 'read',
  needsAccount: true,
  schema: z.object({}),
  examples: toolExamples('list_orders'),
  run: async (_args, call) => {
    const answer = await callBusiness(call, 'listOrders', { limit: 10 }, orderList);
    if (answer.outcome !== 'ok') return refusalResult(answer);
    const { orders } = answer.data;
    if (orders.length === 0) return { outcome: 'none' };
    const lines = orders.map((order) => orderLine(order, call.locale));
    return { outcome: 'ok', count: orders.length, lines };
  },
});
