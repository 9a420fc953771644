import { useMessages, useTranslations } from 'next-intl';

/** The sentence for why an operation cannot be used. */
export function useProblemSentence(): (code: string) => string {
  const t = useTranslations('tools');
  const problems: Record<string, string> = useMessages().tools.problems;
  return (code) => problems[code] ?? t('problems.other', { code });
}
