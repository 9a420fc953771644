import { bookAppointment } from './book-appointment';
import { cancelAppointment } from './cancel-appointment';
import { cancelReturn } from './cancel-return';
import { changeAddress } from './change-address';
import { claimExpense } from './claim-expense';
import { disputeInvoice } from './dispute-invoice';
import { findRequest } from './find-request';
import { getAccount } from './get-account';
import { getAppointmentCalendar } from './get-appointment-calendar';
import { getInvoice } from './get-invoice';
import { getOrder } from './get-order';
import { getPaymentStatus } from './get-payment-status';
import { getRefundable } from './get-refundable';
import { listAppointments } from './list-appointments';
import { listExpenseClaims } from './list-expense-claims';
import { listFreeSlots } from './list-free-slots';
import { listInvoices } from './list-invoices';
import { listOrders } from './list-orders';
import type { Operation } from './operation';
import { refundOrder } from './refund-order';
import { requestReturn } from './request-return';
import { rescheduleAppointment } from './reschedule-appointment';
import { sendInvoiceCopy } from './send-invoice-copy';
import { withdrawDispute } from './withdraw-dispute';
import { withdrawExpenseClaim } from './withdraw-expense-claim';

/** Everything the demo company's API can do. A new operation is one file and one line here. */
export const operations: readonly Operation[] = [
  getAccount,
  changeAddress,
  listOrders,
  getOrder,
  requestReturn,
  cancelReturn,
  getRefundable,
  refundOrder,
  listInvoices,
  getInvoice,
  getPaymentStatus,
  sendInvoiceCopy,
  disputeInvoice,
  withdrawDispute,
  listFreeSlots,
  listAppointments,
  getAppointmentCalendar,
  bookAppointment,
  rescheduleAppointment,
  cancelAppointment,
  listExpenseClaims,
  claimExpense,
  withdrawExpenseClaim,
  findRequest,
];
