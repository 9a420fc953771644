import { z } from 'zod';
import { formatDay, formatMoney } from '@/lib/i18n/format';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { callBusiness, refusalResult } from './call-business';
import { chooseInvoice } from './choose-invoice';
import { defineTool } from './define-tool';
import { invoiceIdArgument, invoiceItemArgument, invoiceOrderArgument } from './invoice-facts';
import { toolExamples } from './tool-examples';

const paymentFields = z.object({
  invoiceId: z.string(),
  status: z.enum(['paid', 'open', 'overdue']),
  dueOn: z.string(),
  total: z.string(),
  paid: z.string(),
  outstanding: z.string(),
  currency: z.string(),
  payments: z.array(
    z.object({ amount: z.string(), method: z.string(), status: z.string(), paidOn: z.string() }),
  ),
});
type PaymentFields = z.infer<typeof paymentFields>;

export const getPaymentStatus = defineTool({
  name: 'get_payment_status',
  description:
    "Tells whether one of the person's own invoices has been paid: payments received, how and when, and what is still due. Without an invoice number it takes their latest one.",
  risk: 'read',
  needsAccount: true,
  schema: z.object({
    invoice_id: invoiceIdArgument.optional(),
    order_id: invoiceOrderArgument,
    item: invoiceItemArgument,
  }),
  examples: toolExamples('get_payment_status'),
  run: async (named, call) => {
    const chosen = await chooseInvoice(named, call, { isLatest: true });
    if ('refused' in chosen) return chosen.refused;
    const { invoiceId } = chosen;
    const answer = await callBusiness(call, 'getPaymentStatus', { invoiceId }, paymentFields);
    if (answer.outcome !== 'ok') return refusalResult(answer);
    const invoice = answer.data;
    const money = (amount: string) => formatMoney(amount, invoice.currency, call.locale);
    return {
      outcome: 'ok',
      invoice_id: invoice.invoiceId,
      status: invoice.status,
      due_on: formatDay(invoice.dueOn, call.locale),
      total: money(invoice.total),
      paid: money(invoice.paid),
      outstanding: money(invoice.outstanding),
      lines: paymentLines(invoice, call.locale),
    };
  },
});

function paymentLines(invoice: PaymentFields, locale: Locale): string[] {
  return invoice.payments.map(({ amount, method, status, paidOn }) =>
    translate(locale, 'agents.lines.payment', {
      amount: formatMoney(amount, invoice.currency, locale),
      method,
      status,
      paid_on: formatDay(paidOn, locale),
    }),
  );
}
