import type { StructuredToolInterface } from '@langchain/core/tools';
import { claimExpense } from './claim-expense';
import { disputeInvoice } from './dispute-invoice';
import { getInvoice } from './get-invoice';
import { getPaymentStatus } from './get-payment-status';
import { listInvoices } from './list-invoices';
import { sendInvoiceCopy } from './send-invoice-copy';

/** What can be told and done about invoices, payments and expenses. */
export const invoiceTools: StructuredToolInterface[] = [
  getInvoice,
  listInvoices,
  getPaymentStatus,
  sendInvoiceCopy,
  disputeInvoice,
  claimExpense,
];
