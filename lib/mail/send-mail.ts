import { createTransport } from 'nodemailer';
import { db } from '@/lib/db/client';
import { createMail, updateMail } from '@/lib/db/mails';
import { env } from '@/lib/env';
import { publish } from '@/lib/events/bus';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';

/** A mail of plain text. */
export interface OutgoingMail {
  to: string;
  subject: string;
  body: string;
}

/**
 * Sends a mail through `SMTP_URL`. Without it the mail stays in the outbox page, and an
 * event lets the launcher show it on its terminal. A mail that cannot be sent is kept, marked
 * with the reason, and does not fail the caller: nobody waiting there could do anything about it.
 */
export async function sendMail(mail: OutgoingMail): Promise<void> {
  const id = newId();
  await createMail({ id, ...mail, state: 'outbox' });
  const url = env().SMTP_URL;
  if (!url) return publish(db(), { type: 'mail-kept', mailId: id });
  try {
    await deliver(url, mail);
    await updateMail(id, { state: 'sent', body: withoutTokens(mail.body) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log().error({ event: 'mail-failed', mailId: id, reason }, 'a mail could not be sent');
    await updateMail(id, { state: 'failed', error: reason });
  }
}

async function deliver(url: string, mail: OutgoingMail): Promise<void> {
  const transport = createTransport(url, { from: env().SMTP_FROM });
  try {
    await transport.sendMail({ to: mail.to, subject: mail.subject, text: mail.body });
  } finally {
    transport.close();
  }
}

/** A link that has reached its reader need not be readable here as well. */
function withoutTokens(body: string): string {
  return body.replaceAll(/\btoken=[\w-]+/g, 'token=…');
}
