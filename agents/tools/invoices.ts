import type { StructuredToolInterface } from '@langchain/core/tools';
import { getInvoice } from './get-invoice';
import { getPaymentStatus } from './get-payment-status';
import { listInvoices } from './list-invoices';

/** What can be told about invoices and payments. */
export const invoiceTools: StructuredToolInterface[] = [getInvoice, listInvoices, getPaymentStatus];
