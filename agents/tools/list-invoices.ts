import { z } from 'zod';
import { callBusiness, refusalResult } from './call-business';
import { defineTool } from './define-tool';
import { invoiceLine, invoiceList } from './invoice-facts';
import { toolExamples } from './tool-examples';

export const listInvoices = defineTool({
  name: 'list_invoices',
  description:
    "Lists the person's own invoices, newest first, with total, state and due date. Use it when they ask for several invoices, for what they owe, or do not know an invoice's number.",
  risk: 'read',
  needsAccount: true,
  schema: z.object({}),
  examples: toolExamples('list_invoices'),
  run: async (_args, call) => {
    const answer = await callBusiness(call, 'listInvoices', { limit: 10 }, invoiceList);
    if (answer.outcome !== 'ok') return refusalResult(answer);
    const { invoices } = answer.data;
    if (invoices.length === 0) return { outcome: 'none' };
    const unpaid = invoices.filter(({ status }) => status !== 'paid').length;
    const lines = invoices.map((invoice) => invoiceLine(invoice, call.locale));
    return { outcome: 'ok', count: invoices.length, unpaid, lines };
  },
});
