import { z } from 'zod';
import { formatMoney } from '@/lib/i18n/format';
import { translate } from '@/lib/i18n/translate';
import { businessDeed, businessUndo } from './business-deed';
import { callBusiness, refusalResult } from './call-business';
import { chooseInvoice } from './choose-invoice';
import { defineTool } from './define-tool';
import { invoiceFields, invoiceIdArgument, invoiceItemArgument } from './invoice-facts';
import { toolExamples } from './tool-examples';
import type { ToolResult } from './tool-result';

const disputeFields = z.object({ disputeId: z.string(), invoiceId: z.string() });

const plan = z.object({ invoiceId: z.string(), reason: z.string() });

const told = ({ disputeId, invoiceId }: z.output<typeof disputeFields>): ToolResult => ({
  outcome: 'ok',
  dispute_id: disputeId,
  invoice_id: invoiceId,
});

export const disputeInvoice = defineTool({
  name: 'dispute_invoice',
  description:
    "Registers the person's objection to one of their own invoices, such as a wrong amount or a double charge, for the finance team to look into. The person confirms before it is registered.",
  risk: 'write',
  needsAccount: true,
  schema: z.object({
    invoice_id: invoiceIdArgument.optional().meta({ isNeeded: true }),
    item: invoiceItemArgument,
    reason: z
      .string()
      .min(1)
      .max(500)
      .optional()
      .describe("What is wrong, in the person's own words; asked for where it is left out"),
  }),
  plan,
  examples: toolExamples('dispute_invoice'),
  propose: async ({ reason, ...named }, call) => {
    const chosen = await chooseInvoice(named, call, { isLatest: false });
    if ('refused' in chosen) return chosen;
    if (!reason) return { refused: { outcome: 'which_reason', invoice_id: chosen.invoiceId } };
    const answer = await callBusiness(call, 'getInvoice', chosen, invoiceFields);
    if (answer.outcome !== 'ok') return { refused: refusalResult(answer) };
    const { invoiceId, total, currency } = answer.data;
    const label = (name: string) =>
      translate(call.locale, `agents.actions.dispute_invoice.${name}`);
    return {
      plan: { invoiceId, reason },
      preview: {
        title: label('title'),
        fields: [
          { label: label('invoice'), value: invoiceId },
          { label: label('total'), value: formatMoney(total, currency, call.locale) },
          { label: label('reason'), value: reason },
        ],
      },
    };
  },
  ...businessDeed({
    operationId: 'disputeInvoice',
    args: (body: z.output<typeof plan>) => body,
    fields: disputeFields,
    tell: told,
    refusalFacts: ({ invoiceId }) => ({ invoice_id: invoiceId }),
  }),
  undo: {
    minutes: 24 * 60,
    ...businessUndo({
      operationId: 'withdrawDispute',
      args: ({ result }) => ({ disputeId: result.dispute_id }),
      fields: disputeFields,
      tell: told,
    }),
  },
});
