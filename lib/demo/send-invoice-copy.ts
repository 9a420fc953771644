import { z } from 'zod';
import { sendMail } from '@/lib/mail/send-mail';
import { requireCustomer } from './get-account';
import { type InvoiceView, invoiceIdSchema, requireInvoice } from './invoice-view';
import { defineOperation } from './operation';

export const sendInvoiceCopy = defineOperation({
  id: 'sendInvoiceCopy',
  method: 'post',
  path: '/invoices/{invoiceId}/copies',
  summary: "Send a copy of an invoice to the account's e-mail address",
  params: z.object({ invoiceId: invoiceIdSchema }),
  response: z.object({ invoiceId: invoiceIdSchema, sentTo: z.string() }),
  run: async ({ executor, accountId, params, later }) => {
    const invoice = await requireInvoice(executor, accountId, params.invoiceId);
    const { name, email } = await requireCustomer(executor, accountId);
    later(() =>
      sendMail({
        to: email,
        subject: `Lanternway invoice ${invoice.invoiceId} (发票副本)`,
        body: mailBody(name, invoice),
      }),
    );
    return { invoiceId: invoice.invoiceId, sentTo: email };
  },
});

/** The company writes its papers in both languages. */
function mailBody(name: string, invoice: InvoiceView): string {
  const { invoiceId, issuedOn, dueOn, description, total, paid, outstanding, currency } = invoice;
  return [
    `Lanternway · Invoice / 发票 ${invoiceId}`,
    `To / 客户: ${name}`,
    `For / 内容: ${description}`,
    `Issued / 开具日期: ${issuedOn}`,
    `Due / 到期日: ${dueOn}`,
    `Total / 总额: ${currency} ${total}`,
    `Paid / 已付: ${currency} ${paid}`,
    `Outstanding / 未付: ${currency} ${outstanding}`,
  ].join('\n');
}
