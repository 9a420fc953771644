import { findUserByEmail } from '@/lib/db/identity/users';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { sendMail } from '@/lib/mail/send-mail';
import { createSignInLink } from './create-sign-in-link';

/** How long a mailed link works, in seconds. */
const maxAgeSeconds = 60 * 60;

/**
 * Mails a sign-in link to an address that has an account. For any other address nothing happens,
 * and the caller must not be able to tell: answer the same, without waiting for this.
 */
export async function requestSignInLink(request: {
  email: string;
  next?: string;
  locale: Locale;
}): Promise<void> {
  const user = await findUserByEmail(request.email);
  if (!user || user.disabledAt) return;
  const { url } = await createSignInLink({
    userId: user.id,
    next: request.next,
    maxAgeSeconds,
    asksFirst: true,
  });
  const locale = user.locale ?? request.locale;
  await sendMail({
    to: user.email,
    subject: translate(locale, 'signIn.mail.subject'),
    body: translate(locale, 'signIn.mail.body', { url, minutes: maxAgeSeconds / 60 }),
  });
}
