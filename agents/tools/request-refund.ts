import { z } from 'zod';
import { formatMoney } from '@/lib/i18n/format';
import { translate } from '@/lib/i18n/translate';
import { businessDeed } from './business-deed';
import { callBusiness, refusalResult } from './call-business';
import { defineTool } from './define-tool';
import { amountArgument, currencyArgument } from './money-arguments';
import { orderIdArgument } from './order-facts';
import { toolExamples } from './tool-examples';
import type { ToolResult } from './tool-result';
import type { ToolCall } from './tool-spec';

const schema = z.object({
  order_id: orderIdArgument.describe('Order number, such as SO-10421'),
  amount: amountArgument.optional().describe('Amount to refund; the whole order when left out'),
  currency: currencyArgument,
  reason: z.string().min(1).max(500).describe("Why, in the person's own words"),
});

const plan = z.object({
  orderId: z.string(),
  amount: z.string(),
  reason: z.string(),
  /** More than is refunded without a person's decision. */
  isOverLimit: z.boolean().default(false),
  /** What is refunded without one, and the currency of both. */
  allowed: z.string().optional(),
  currency: z.string().optional(),
});

const refundableFields = z.object({
  orderId: z.string(),
  isDelivered: z.boolean(),
  left: z.string(),
  allowed: z.string(),
  currency: z.string(),
});

const refundFields = z.object({
  refundId: z.string(),
  orderId: z.string(),
  amount: z.string(),
  currency: z.string(),
});

export const requestRefund = defineTool({
  name: 'request_refund',
  description:
    "Refunds a delivered order of the person's own, or a part of its price, without sending anything back. Small amounts are refunded once the person confirms; for larger ones a colleague must agree as well, who is asked then.",
  risk: 'write',
  needsAccount: true,
  schema,
  plan,
  examples: toolExamples('request_refund'),
  propose: async (args, call) => {
    const query = { orderId: args.order_id };
    const answer = await callBusiness(call, 'getRefundable', query, refundableFields);
    if (answer.outcome !== 'ok') return { refused: refusalResult(answer) };
    const refundable = answer.data;
    const amount = args.amount === undefined ? refundable.left : args.amount.toFixed(2);
    const refused = notRefundable(refundable, amount, args, call);
    if (refused) return { refused };
    const label = (name: string) => translate(call.locale, `agents.actions.request_refund.${name}`);
    return {
      plan: {
        orderId: refundable.orderId,
        amount,
        reason: args.reason,
        isOverLimit: Number(amount) > Number(refundable.allowed),
        allowed: refundable.allowed,
        currency: refundable.currency,
      },
      preview: {
        title: label('title'),
        fields: [
          { label: label('order'), value: refundable.orderId },
          { label: label('refund'), value: formatMoney(amount, refundable.currency, call.locale) },
          { label: label('reason'), value: args.reason },
        ],
      },
    };
  },
  whyOperator: ({ isOverLimit, amount, allowed, currency }) => {
    if (!isOverLimit) return null;
    // A plan of an earlier version does not tell how much.
    if (allowed === undefined || currency === undefined) return { kind: 'always' };
    return { kind: 'more-than-allowed', amount, allowed, currency };
  },
  ...businessDeed({
    operationId: 'refundOrder',
    args: ({ orderId, amount, reason }: z.output<typeof plan>, { approvedBy }) => ({
      orderId,
      amount,
      reason,
      approvedBy,
    }),
    fields: refundFields,
    tell: ({ refundId, orderId, amount, currency }, { locale }) => ({
      outcome: 'ok',
      refund_id: refundId,
      order_id: orderId,
      refund: formatMoney(amount, currency, locale),
    }),
    refusalFacts: ({ orderId, amount }) => ({ order_id: orderId, amount }),
  }),
});

/** Why this amount is not refunded, in the API's own terms, before anybody is asked to confirm it. */
function notRefundable(
  { orderId, isDelivered, left, currency }: z.output<typeof refundableFields>,
  amount: string,
  args: z.output<typeof schema>,
  { locale }: ToolCall,
): ToolResult | undefined {
  const money = (value: string) => formatMoney(value, currency, locale);
  const facts = { order_id: orderId, amount: money(amount), left: money(left) };
  if (args.currency && args.currency !== currency) {
    return { outcome: 'other_currency', currency, given: args.currency };
  }
  if (!isDelivered) return { outcome: 'not_delivered', order_id: orderId };
  if (Number(left) === 0) return { outcome: 'already_refunded', order_id: orderId };
  if (Number(amount) > Number(left)) return { outcome: 'too_much', ...facts };
  return undefined;
}
