import { z } from 'zod';
import { invoiceIdSchema, invoiceSchema, requireInvoice } from './invoice-view';
import { defineOperation } from './operation';

export const getInvoice = defineOperation({
  id: 'getInvoice',
  method: 'get',
  path: '/invoices/{invoiceId}',
  summary: 'One invoice with its amounts and due date',
  params: z.object({ invoiceId: invoiceIdSchema }),
  response: invoiceSchema.omit({ payments: true }),
  run: ({ executor, accountId, params }) => requireInvoice(executor, accountId, params.invoiceId),
});
