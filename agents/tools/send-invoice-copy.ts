import { z } from 'zod';
import { translate } from '@/lib/i18n/translate';
import { businessDeed } from './business-deed';
import { callBusiness, refusalResult } from './call-business';
import { defineTool } from './define-tool';
import {
  findLatestInvoiceId,
  invoiceFields,
  invoiceIdArgument,
  invoiceLine,
} from './invoice-facts';
import { toolExamples } from './tool-examples';

const accountFields = z.object({ email: z.string() });
const copyFields = z.object({ invoiceId: z.string(), sentTo: z.string() });

const plan = z.object({ invoiceId: z.string() });

export const sendInvoiceCopy = defineTool({
  name: 'send_invoice_copy',
  description:
    "Sends a copy of one of the person's own invoices to the e-mail address of their account, and to no other. Without an invoice number it takes their latest one. The person confirms before it is sent.",
  risk: 'write',
  needsAccount: true,
  schema: z.object({
    invoice_id: invoiceIdArgument.optional().describe('Invoice number, such as INV-2026-0042'),
  }),
  plan,
  examples: toolExamples.send_invoice_copy,
  propose: async ({ invoice_id }, call) => {
    const latest = invoice_id ? { invoiceId: invoice_id } : await findLatestInvoiceId(call);
    if ('outcome' in latest) return { refused: refusalResult(latest) };
    const { invoiceId } = latest;
    if (!invoiceId) return { refused: { outcome: 'none' } };
    const invoice = await callBusiness(call, 'getInvoice', { invoiceId }, invoiceFields);
    if (invoice.outcome !== 'ok') return { refused: refusalResult(invoice) };
    const account = await callBusiness(call, 'getAccount', {}, accountFields);
    if (account.outcome !== 'ok') return { refused: refusalResult(account) };
    const label = (name: string) =>
      translate(call.locale, `agents.actions.send_invoice_copy.${name}`);
    return {
      plan: { invoiceId },
      preview: {
        title: label('title'),
        fields: [
          { label: label('invoice'), value: invoiceLine(invoice.data, call.locale) },
          { label: label('to'), value: account.data.email },
        ],
      },
    };
  },
  ...businessDeed({
    operationId: 'sendInvoiceCopy',
    args: (body: z.output<typeof plan>) => body,
    fields: copyFields,
    tell: ({ invoiceId, sentTo }) => ({ outcome: 'ok', invoice_id: invoiceId, sent_to: sentTo }),
  }),
});
