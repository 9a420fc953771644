import { z } from 'zod';
import { formatDay, formatMoney } from '@/lib/i18n/format';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { orderIdArgument } from './order-facts';
import type { ToolResult } from './tool-result';

export const invoiceIdArgument = z
  .string()
  .regex(/^(?:INV-\d{4}-)?\d{4}$/)
  .describe('Invoice number, such as INV-2026-0042, or its last four digits if no more is known');

/** Where the person names the order and not its invoice. */
export const invoiceOrderArgument = orderIdArgument
  .optional()
  .describe('Order number, if the invoice of an order is meant and its own number is not known');

/** Where the person tells of the invoice without any number. */
export const invoiceItemArgument = z
  .string()
  .min(1)
  .max(500)
  .optional()
  .describe(
    "What the invoice is for, its sum or that it is overdue, in the person's own words, if no number is known",
  );

/** What tools, and with them the model, see of an invoice. */
export const invoiceFields = z.object({
  invoiceId: z.string(),
  orderId: z.string().nullable(),
  description: z.string(),
  issuedOn: z.string(),
  dueOn: z.string(),
  total: z.string(),
  outstanding: z.string(),
  currency: z.string(),
  status: z.enum(['paid', 'open', 'overdue']),
});
export type InvoiceFields = z.infer<typeof invoiceFields>;

export const invoiceList = z.object({ invoices: z.array(invoiceFields) });

/** An invoice as facts for the model. */
export function invoiceResult(invoice: InvoiceFields, locale: Locale): ToolResult {
  return {
    outcome: 'ok',
    invoice_id: invoice.invoiceId,
    order_id: invoice.orderId,
    description: invoice.description,
    status: invoice.status,
    issued_on: formatDay(invoice.issuedOn, locale),
    due_on: formatDay(invoice.dueOn, locale),
    total: formatMoney(invoice.total, invoice.currency, locale),
    outstanding: formatMoney(invoice.outstanding, invoice.currency, locale),
  };
}

/** One invoice as one line of a list. */
export function invoiceLine(invoice: InvoiceFields, locale: Locale): string {
  return translate(locale, 'agents.lines.invoice', {
    invoice_id: invoice.invoiceId,
    status: invoice.status,
    description: invoice.description,
    total: formatMoney(invoice.total, invoice.currency, locale),
    outstanding: formatMoney(invoice.outstanding, invoice.currency, locale),
    due_on: formatDay(invoice.dueOn, locale),
  });
}
