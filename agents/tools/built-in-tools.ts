import { team } from '@/agents/team';
import { toolsOf } from '@/agents/work/specialist-tools';
import { noConnectedTools } from './connected/connected-tools';

/** Which operations of the demo company's API the desk's own tools are made for. */
const operations: Record<string, readonly string[]> = {
  get_order_status: ['getOrder'],
  list_orders: ['listOrders'],
  request_return: ['getOrder', 'requestReturn', 'cancelReturn'],
  request_refund: ['getRefundable', 'refundOrder'],
  change_address: ['getAccount', 'changeAddress'],
  get_invoice: ['listInvoices', 'getInvoice'],
  list_invoices: ['listInvoices'],
  get_payment_status: ['listInvoices', 'getPaymentStatus'],
  send_invoice_copy: ['listInvoices', 'getInvoice', 'sendInvoiceCopy'],
  dispute_invoice: ['listInvoices', 'getInvoice', 'disputeInvoice', 'withdrawDispute'],
  claim_expense: ['listExpenseClaims', 'claimExpense', 'withdrawExpenseClaim'],
  find_free_slots: ['listFreeSlots'],
  list_appointments: ['listAppointments'],
  book_appointment: ['listFreeSlots', 'bookAppointment', 'cancelAppointment'],
  reschedule_appointment: ['listAppointments', 'listFreeSlots', 'rescheduleAppointment'],
  cancel_appointment: ['listAppointments', 'cancelAppointment'],
};

type BuiltIn = { name: string; specialist: string };

/** The desk's own tools by the operations that they use, each with the specialist who has it. */
export function builtInTools(): Map<string, BuiltIn[]> {
  const found = new Map<string, BuiltIn[]>();
  for (const { name: specialist, tools } of team().specialists) {
    for (const { name } of tools) {
      for (const operation of operations[name] ?? []) {
        found.set(operation, [...(found.get(operation) ?? []), { name, specialist }]);
      }
    }
  }
  return found;
}

/** The names of the desk's own tools: no connected one may take them. */
export function ownToolNames(): Set<string> {
  const all = team().specialists.flatMap((each) => toolsOf(each, noConnectedTools));
  return new Set(all.map(({ name }) => name));
}
