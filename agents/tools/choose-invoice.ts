import { callBusiness, refusalResult } from './call-business';
import { type InvoiceFields, invoiceLine, invoiceList } from './invoice-facts';
import { meantInvoices } from './meant-invoices';
import { orderList } from './order-facts';
import type { ToolResult } from './tool-result';
import type { ToolCall } from './tool-spec';

interface Named {
  /** Whole, or the last four digits of it. */
  invoice_id?: string;
  order_id?: string;
  /** What is said of it beside its number: what it is for, its sum or its state. */
  item?: string;
}

/** As many as are looked at for one that is not named by its whole number. */
const mostInvoices = 50;
/** More lines than this are a list that nobody reads. */
const mostLines = 10;

type Chosen = { invoiceId: string } | { refused: ToolResult };

/**
 * The invoice that is meant: the one of that number, or whose number ends so, or that of an order, or
 * the one that something is said of. Where none is named it is the latest, or the only one there is when a guess will not do.
 */
export async function chooseInvoice(
  { invoice_id, order_id, item }: Named,
  call: ToolCall,
  { isLatest }: { isLatest: boolean },
): Promise<Chosen> {
  if (invoice_id?.includes('-')) return { invoiceId: invoice_id };
  const isNamed = invoice_id !== undefined || order_id !== undefined;
  const answer = await callBusiness(call, 'listInvoices', { limit: mostInvoices }, invoiceList);
  if (answer.outcome !== 'ok') return { refused: refusalResult(answer) };
  const { invoices } = answer.data;
  if (isNamed) {
    const meant = invoices.filter(
      ({ invoiceId, orderId }) =>
        (invoice_id === undefined || invoiceId.endsWith(`-${invoice_id}`)) &&
        (order_id === undefined || orderId === order_id),
    );
    return oneOf(meant, call, isNamed);
  }
  const meant = item && invoices.length > 1 ? await meantBy(item, invoices, call) : undefined;
  return oneOf(meant ?? invoices.slice(0, isLatest ? 1 : undefined), call, isNamed);
}

/** Those that a person's words tell of, with what was bought looked up. */
async function meantBy(
  said: string,
  invoices: InvoiceFields[],
  call: ToolCall,
): Promise<InvoiceFields[] | undefined> {
  const answer = await callBusiness(call, 'listOrders', { limit: mostInvoices }, orderList);
  const orders = answer.outcome === 'ok' ? answer.data.orders : [];
  const today = new Date().toISOString().slice(0, 10);
  return meantInvoices(invoices, orders, { said, today });
}

function oneOf(meant: InvoiceFields[], call: ToolCall, isNamed: boolean): Chosen {
  const [invoice, ...others] = meant;
  if (!invoice) return { refused: { outcome: isNamed ? 'not_found' : 'none' } };
  if (others.length === 0) return { invoiceId: invoice.invoiceId };
  const lines = meant.slice(0, mostLines).map((each) => invoiceLine(each, call.locale));
  return { refused: { outcome: 'which_invoice', lines } };
}
