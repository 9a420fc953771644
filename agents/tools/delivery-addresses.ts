import { z } from 'zod';
import { type BusinessRefusal, callBusiness } from './call-business';
import { orderFields } from './order-facts';
import type { ToolCall } from './tool-spec';

const accountFields = z.object({ address: z.string().nullable() });
export const addressedOrder = orderFields.extend({ deliveryAddress: z.string().nullable() });
type AddressedOrder = z.output<typeof addressedOrder>;

/**
 * The one address that these orders, and the account where it is meant as well, have now. Null
 * where they have several, or none.
 */
export async function findCommonAddress(
  orders: Pick<AddressedOrder, 'deliveryAddress'>[],
  isForAccount: boolean,
  call: ToolCall,
): Promise<{ address: string | null } | BusinessRefusal> {
  const answer = await callBusiness(call, 'getAccount', {}, accountFields);
  if (answer.outcome !== 'ok') return answer;
  const own = answer.data.address;
  const all = orders.map(({ deliveryAddress }) => deliveryAddress ?? own);
  const [first, ...others] = new Set(isForAccount ? [own, ...all] : all);
  return { address: first === undefined || others.length > 0 ? null : first };
}
