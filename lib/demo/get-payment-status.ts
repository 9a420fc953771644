import { z } from 'zod';
import { invoiceIdSchema, invoiceSchema, requireInvoice } from './invoice-view';
import { defineOperation } from './operation';

export const getPaymentStatus = defineOperation({
  id: 'getPaymentStatus',
  method: 'get',
  path: '/invoices/{invoiceId}/payments',
  summary: 'What has been paid on an invoice, and what is still due',
  params: z.object({ invoiceId: invoiceIdSchema }),
  response: invoiceSchema.omit({ description: true, issuedOn: true, orderId: true }),
  run: ({ executor, accountId, params }) => requireInvoice(executor, accountId, params.invoiceId),
});
