import { and, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { demoInvoices, demoPayments } from '@/drizzle/schema/demo';
import type { Executor } from '@/lib/db/client';
import { amount, amountSchema, currency } from './money';
import { shopToday } from './order-view';
import { Problem } from './problem';

export const invoiceIdSchema = z.string().regex(/^INV-\d{4}-\d{4}$/);

export const invoiceSchema = z.object({
  invoiceId: invoiceIdSchema,
  orderId: z.string().nullable(),
  description: z.string(),
  issuedOn: z.iso.date(),
  dueOn: z.iso.date(),
  total: amountSchema,
  paid: amountSchema,
  outstanding: amountSchema,
  currency: z.literal(currency),
  status: z.enum(['paid', 'open', 'overdue']),
  payments: z.array(
    z.object({
      amount: amountSchema,
      method: z.enum(['card', 'bank-transfer', 'paynow']),
      status: z.enum(['settled', 'pending', 'failed']),
      paidOn: z.iso.date(),
    }),
  ),
});
export type InvoiceView = z.infer<typeof invoiceSchema>;

/**
 * One invoice of this customer.
 * @throws Problem `not_found`, also when the invoice is somebody else's.
 */
export async function requireInvoice(
  executor: Executor,
  customerId: string,
  invoiceId: string,
): Promise<InvoiceView> {
  const rows = await executor
    .select()
    .from(demoInvoices)
    .where(and(eq(demoInvoices.id, invoiceId), eq(demoInvoices.customerId, customerId)));
  const [invoice] = await withPayments(executor, rows);
  if (!invoice) throw new Problem('not_found', `There is no invoice ${invoiceId}.`);
  return invoice;
}

/** This customer's invoices, newest first. */
export async function listInvoiceViews(
  executor: Executor,
  customerId: string,
  limit: number,
): Promise<InvoiceView[]> {
  const rows = await executor
    .select()
    .from(demoInvoices)
    .where(eq(demoInvoices.customerId, customerId))
    .orderBy(desc(demoInvoices.issuedOn), desc(demoInvoices.id))
    .limit(limit);
  return withPayments(executor, rows);
}

async function withPayments(
  executor: Executor,
  invoices: (typeof demoInvoices.$inferSelect)[],
): Promise<InvoiceView[]> {
  const ids = invoices.map((invoice) => invoice.id);
  const payments = await executor
    .select()
    .from(demoPayments)
    .where(inArray(demoPayments.invoiceId, ids))
    .orderBy(demoPayments.paidOn, demoPayments.id);
  return invoices.map((invoice) =>
    view(
      invoice,
      payments.filter((payment) => payment.invoiceId === invoice.id),
    ),
  );
}

function view(
  invoice: typeof demoInvoices.$inferSelect,
  payments: (typeof demoPayments.$inferSelect)[],
): InvoiceView {
  const paid = payments
    .filter((payment) => payment.status === 'settled')
    .reduce((sum, payment) => sum + payment.amountCents, 0);
  const outstanding = Math.max(0, invoice.totalCents - paid);
  const unpaidStatus = invoice.dueOn < shopToday() ? 'overdue' : 'open';
  return {
    invoiceId: invoice.id,
    orderId: invoice.orderId,
    description: invoice.description,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    total: amount(invoice.totalCents),
    paid: amount(paid),
    outstanding: amount(outstanding),
    currency,
    status: outstanding === 0 ? 'paid' : unpaidStatus,
    payments: payments.map((payment) => ({
      amount: amount(payment.amountCents),
      method: payment.method,
      status: payment.status,
      paidOn: payment.paidOn,
    })),
  };
}
