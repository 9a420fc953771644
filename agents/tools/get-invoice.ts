import { z } from 'zod';
import { callBusiness, refusalResult } from './call-business';
import { defineTool } from './define-tool';
import {
  findLatestInvoiceId,
  invoiceFields,
  invoiceIdArgument,
  invoiceResult,
} from './invoice-facts';
import { toolExamples } from './tool-examples';

export const getInvoice = defineTool({
  name: 'get_invoice',
  description:
    "Looks up one of the person's own invoices: what it is for, total, due date and what is still open. Without an invoice number it takes their latest one.",
  risk: 'read',
  needsAccount: true,
  schema: z.object({
    invoice_id: invoiceIdArgument.optional().describe('Invoice number, such as INV-2026-0042'),
  }),
  examples: toolExamples.get_invoice,
  run: async ({ invoice_id }, call) => {
    const latest = invoice_id ? { invoiceId: invoice_id } : await findLatestInvoiceId(call);
    if ('outcome' in latest) return refusalResult(latest);
    const { invoiceId } = latest;
    if (!invoiceId) return { outcome: 'none' };
    const answer = await callBusiness(call, 'getInvoice', { invoiceId }, invoiceFields);
    if (answer.outcome !== 'ok') return refusalResult(answer);
    return invoiceResult(answer.data, call.locale);
  },
});
