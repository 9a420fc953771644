import { useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '@/lib/i18n/format';
import type { OperatorReason } from '@/lib/shared/actions';

/** Why an operator must agree to an action, as a sentence for whoever decides or looks into it. */
export function OperatorReasonText({ reason }: { reason: OperatorReason }) {
  const t = useTranslations('approvals.reasons');
  const locale = useLocale();
  if (reason.kind === 'always') return t('always');
  if (reason.kind === 'no-sum') return t('noSum', { limit: reason.limit });
  if (reason.kind === 'more-than-allowed') {
    const money = (amount: string) => formatMoney(amount, reason.currency, locale);
    return t('moreThanAllowed', { amount: money(reason.amount), allowed: money(reason.allowed) });
  }
  const { sum, before, limit } = reason;
  return before === 0
    ? t('sum', { sum, limit })
    : t('sumOfDay', { sum, before, limit, total: sum + before });
}
