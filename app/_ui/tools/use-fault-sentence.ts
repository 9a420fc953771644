import { useMessages, useTranslations } from 'next-intl';

/** The sentence for why a connection fails, with what to do; one for all that has none of its own. */
export function useFaultSentence(): (code: string) => string {
  const t = useTranslations('tools');
  const faults: Record<string, string> = useMessages().tools.faults;
  return (code) => faults[code] ?? t('faults.other', { code });
}
