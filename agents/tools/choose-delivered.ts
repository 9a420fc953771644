import { callBusiness, refusalResult } from './call-business';
import { meantOrders } from './meant-orders';
import { type OrderFields, orderFields, orderLine, orderList } from './order-facts';
import type { ToolResult } from './tool-result';
import type { ToolCall } from './tool-spec';

interface Named {
  order_id?: string;
  /** What was bought, in the person's own words. */
  item?: string;
}

type Chosen = { order: OrderFields } | { refused: ToolResult };

/** As many as are looked at for one that is not named by its number. */
const mostOrders = 50;
/** More lines than this are a list that nobody reads. */
const mostLines = 10;

/**
 * The order that something is to be given back of: that of the number, or the only one that was
 * delivered and holds what is named. Where that may be several, the person is asked.
 */
export async function chooseDelivered({ order_id, item }: Named, call: ToolCall): Promise<Chosen> {
  if (order_id) {
    const answer = await callBusiness(call, 'getOrder', { orderId: order_id }, orderFields);
    return answer.outcome === 'ok' ? { order: answer.data } : { refused: refusalResult(answer) };
  }
  const answer = await callBusiness(call, 'listOrders', { limit: mostOrders }, orderList);
  if (answer.outcome !== 'ok') return { refused: refusalResult(answer) };
  const { orders } = answer.data;
  if (orders.length === 0) return { refused: { outcome: 'none' } };
  const named = item ? meantOrders(orders, item) : [];
  const delivered = named.filter(({ returnableUntil }) => returnableUntil !== null);
  // What was ordered again and is on its way cannot be meant.
  const [order, ...others] = delivered.length > 0 ? delivered : named;
  if (order && others.length === 0) return { order };
  const open = orders.filter(({ returnableUntil }) => returnableUntil !== null);
  const lines = (others.length > 0 ? [order, ...others] : open)
    .flatMap((each) => (each ? [orderLine(each, call.locale)] : []))
    .slice(0, mostLines);
  return { refused: { outcome: 'which_order', lines } };
}
