import { z } from 'zod';
import { invoiceSchema, listInvoiceViews } from './invoice-view';
import { defineOperation } from './operation';

export const listInvoices = defineOperation({
  id: 'listInvoices',
  method: 'get',
  path: '/invoices',
  summary: "The customer's invoices, newest first",
  query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(10) }),
  response: z.object({ invoices: z.array(invoiceSchema.omit({ payments: true })) }),
  run: async ({ executor, accountId, query }) => ({
    invoices: await listInvoiceViews(executor, accountId, query.limit),
  }),
});
