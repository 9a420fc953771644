import { countNamed } from './choose-item';
import type { OrderFields } from './order-facts';

/**
 * The orders of which most is named in what a person says, newest first as they are given; none
 * where nothing of any order is named.
 */
export function meantOrders(orders: OrderFields[], said: string): OrderFields[] {
  const counts = orders.map((order) => countNamed(order, said));
  const most = Math.max(0, ...counts);
  return most === 0 ? [] : orders.filter((_, at) => counts[at] === most);
}
