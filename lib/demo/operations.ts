import { bookAppointment } from './book-appointment';
import { cancelAppointment } from './cancel-appointment';
import { getInvoice } from './get-invoice';
import { getOrder } from './get-order';
import { getPaymentStatus } from './get-payment-status';
import { listAppointments } from './list-appointments';
import { listFreeSlots } from './list-free-slots';
import { listInvoices } from './list-invoices';
import { listOrders } from './list-orders';
import type { Operation } from './operation';
import { requestReturn } from './request-return';

/** Everything the demo company's API can do. A new operation is one file and one line here. */
export const operations: readonly Operation[] = [
  listOrders,
  getOrder,
  requestReturn,
  listInvoices,
  getInvoice,
  getPaymentStatus,
  listFreeSlots,
  listAppointments,
  bookAppointment,
  cancelAppointment,
];
