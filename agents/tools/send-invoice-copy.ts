import { z } from 'zod';
import { translate } from '@/lib/i18n/translate';
import { businessDeed } from './business-deed';
import { callBusiness, refusalResult } from './call-business';
import { chooseInvoice } from './choose-invoice';
import { defineTool } from './define-tool';
import {
  invoiceFields,
  invoiceIdArgument,
  invoiceItemArgument,
  invoiceLine,
  invoiceOrderArgument,
} from './invoice-facts';
import { toolExamples } from './tool-examples';

const accountFields = z.object({ email: z.string() });
const copyFields = z.object({ invoiceId: z.string(), sentTo: z.string() });

const plan = z.object({ invoiceId: z.string() });

export const sendInvoiceCopy = defineTool({
  name: 'send_invoice_copy',
  description:
    "Sends a copy of one of the person's own invoices to the e-mail address of their account, and to no other. Without a number they are asked which, unless it is their latest one or the only one. The person confirms before it is sent.",
  risk: 'write',
  needsAccount: true,
  schema: z.object({
    invoice_id: invoiceIdArgument.optional(),
    order_id: invoiceOrderArgument,
    item: invoiceItemArgument,
    latest: z
      .boolean()
      .optional()
      .describe(
        'Whether their latest one is meant: yes (latest, newest, most recent, last invoice, last bill, 最新, 最近, 上一张, 上张, 最后一张, 最后那张)',
      ),
  }),
  plan,
  examples: toolExamples('send_invoice_copy'),
  propose: async ({ latest, ...named }, call) => {
    const chosen = await chooseInvoice(named, call, { isLatest: latest === true });
    if ('refused' in chosen) return chosen;
    const { invoiceId } = chosen;
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
