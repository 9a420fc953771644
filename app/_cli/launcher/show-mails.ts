import { findMail } from '@/lib/db/mails';
import { subscribe } from '@/lib/events/bus';
import { say, warn } from './terminal';

/**
 * Prints the mails that the desk cannot send for want of a mail server: sign-in links are then
 * read here, or in the outbox page.
 */
export async function showMails(): Promise<void> {
  await subscribe((event) => {
    if (event.type !== 'mail-kept') return;
    findMail(event.mailId).then(
      (mail) => mail && show(mail.to, mail.body),
      (error: Error) => warn(`A mail could not be read: ${error.message}`),
    );
  });
}

function show(to: string, body: string): void {
  say(`Mail to ${to}:`);
  for (const line of body.split('\n')) say(line && `  ${line}`);
  say();
}
