import { z } from 'zod';
import { callBusiness, refusalResult } from './call-business';
import { chooseInvoice } from './choose-invoice';
import { defineTool } from './define-tool';
import {
  invoiceFields,
  invoiceIdArgument,
  invoiceItemArgument,
  invoiceOrderArgument,
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
    invoice_id: invoiceIdArgument.optional(),
    order_id: invoiceOrderArgument,
    item: invoiceItemArgument,
  }),
  examples: toolExamples('get_invoice'),
  run: async (named, call) => {
    const chosen = await chooseInvoice(named, call, { isLatest: true });
    if ('refused' in chosen) return chosen.refused;
    const { invoiceId } = chosen;
    const answer = await callBusiness(call, 'getInvoice', { invoiceId }, invoiceFields);
    if (answer.outcome !== 'ok') return refusalResult(answer);
    return invoiceResult(answer.data, call.locale);
  },
});
