import { z } from 'zod';
import { demoDisputes } from '@/drizzle/schema/demo';
import { invoiceIdSchema, requireInvoice } from './invoice-view';
import { defineOperation } from './operation';
import { Problem } from './problem';

export const disputeInvoice = defineOperation({
  id: 'disputeInvoice',
  method: 'post',
  path: '/invoices/{invoiceId}/disputes',
  summary: 'Object to an invoice; reminders rest until the finance team has answered',
  params: z.object({ invoiceId: invoiceIdSchema }),
  body: z.object({ reason: z.string().min(1).max(500) }),
  response: z.object({
    disputeId: z.string(),
    invoiceId: invoiceIdSchema,
    status: z.literal('open'),
  }),
  run: async ({ executor, accountId, params, body }) => {
    const { invoiceId } = await requireInvoice(executor, accountId, params.invoiceId);
    // The unique index on open disputes decides between two requests at once.
    const [row] = await executor
      .insert(demoDisputes)
      .values({ invoiceId, reason: body.reason, status: 'open' })
      .onConflictDoNothing()
      .returning({ id: demoDisputes.id });
    if (!row) throw new Problem('already_disputed');
    return { disputeId: row.id, invoiceId, status: 'open' as const };
  },
});
