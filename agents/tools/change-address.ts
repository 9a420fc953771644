import { z } from 'zod';
import { translate } from '@/lib/i18n/translate';
import { businessDeed, businessUndo } from './business-deed';
import { callBusiness, refusalResult } from './call-business';
import { holdsItem } from './choose-item';
import { defineTool } from './define-tool';
import { addressedOrder, findCommonAddress } from './delivery-addresses';
import { orderIdArgument } from './order-facts';
import { toolExamples } from './tool-examples';
import type { ToolResult } from './tool-result';
import type { ToolCall, WriteCall } from './tool-spec';

const orderList = z.object({ orders: z.array(addressedOrder) });
type AddressedOrder = z.output<typeof addressedOrder>;

const schema = z.object({
  address: z
    .string()
    .min(8)
    .max(300)
    .describe('The whole new address, with street, number and postal code'),
  order_id: orderIdArgument
    .optional()
    .describe('Order number, if the new address is for one order only'),
  item: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('Name of an item, if only its order is meant and the number is not known'),
});

const changed = z.object({
  address: z.string(),
  orderIds: z.array(z.string()),
  isForAccount: z.boolean(),
});
/** `before` is the one address that all of it had, to go back to; absent where there were several. */
const plan = changed.extend({ before: z.string().optional() });
type Plan = z.output<typeof plan>;

const change = {
  operationId: 'changeAddress',
  fields: changed,
  tell: ({ address, orderIds }: z.output<typeof changed>, { locale }: ToolCall): ToolResult => ({
    outcome: 'ok',
    address,
    count: orderIds.length,
    orders: orderIds.join(locale === 'zh' ? '、' : ', '),
  }),
};

const changeBack = businessUndo({
  ...change,
  args: ({ plan: { before, orderIds, isForAccount } }: { plan: Plan }) => ({
    address: before,
    orderIds,
    isForAccount,
  }),
});

export const changeAddress = defineTool({
  name: 'change_address',
  description:
    "Changes the delivery address of the person's own account and of their orders that are still being packed, or of one such order. The person sees the address and what it is for, and confirms before anything changes.",
  risk: 'write',
  needsAccount: true,
  schema,
  plan,
  examples: toolExamples('change_address'),
  propose: async ({ address, order_id, item }, call) => {
    const found = await findOrders(order_id, call);
    if ('refused' in found) return found;
    const named = order_id === undefined ? found.filter((order) => holdsItem(order, item)) : [];
    const orders = named.length === 1 ? named : found;
    const orderIds = orders.map(({ orderId }) => orderId);
    const isForAccount = order_id === undefined && named.length !== 1;
    const before = await findCommonAddress(orders, isForAccount, call);
    if ('outcome' in before) return { refused: refusalResult(before) };
    const label = (name: string) => translate(call.locale, `agents.actions.change_address.${name}`);
    const uses = [...(isForAccount ? [label('account')] : []), ...orderIds];
    return {
      plan: { address, orderIds, isForAccount, before: before.address ?? undefined },
      preview: {
        title: label('title'),
        fields: [
          { label: label('address'), value: address },
          { label: label('for'), value: uses.join(call.locale === 'zh' ? '、' : ', ') },
        ],
      },
    };
  },
  ...businessDeed({
    ...change,
    args: ({ address, orderIds, isForAccount }: Plan) => ({ address, orderIds, isForAccount }),
  }),
  undo: {
    minutes: 60,
    isPossible: ({ before }) => before !== undefined,
    run: async (before, result, call) =>
      (await isStillSo(before, call))
        ? await changeBack.run(before, result, call)
        : { outcome: 'changed_since' },
    check: changeBack.check,
  },
});

/** Whether nobody has named another address since: that one would be lost. */
async function isStillSo({ address, orderIds, isForAccount }: Plan, call: WriteCall) {
  const orders = await findOrders(undefined, call);
  if ('refused' in orders) return false;
  const same = orders.filter(({ orderId }) => orderIds.includes(orderId));
  const now = await findCommonAddress(same, isForAccount, call);
  return 'address' in now && now.address === address;
}

/** The orders that are to go to the new address: the one named, or all that are being packed. */
async function findOrders(
  orderId: string | undefined,
  call: ToolCall,
): Promise<AddressedOrder[] | { refused: ToolResult }> {
  if (orderId) {
    const answer = await callBusiness(call, 'getOrder', { orderId }, addressedOrder);
    if (answer.outcome !== 'ok') return { refused: refusalResult(answer) };
    const isPacked = answer.data.status === 'processing';
    if (isPacked) return [answer.data];
    return { refused: { outcome: 'not_changeable', order_id: orderId } };
  }
  const answer = await callBusiness(call, 'listOrders', { limit: 50 }, orderList);
  if (answer.outcome !== 'ok') return { refused: refusalResult(answer) };
  return answer.data.orders.filter(({ status }) => status === 'processing');
}
