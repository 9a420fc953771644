import { useMessages, useTranslations } from 'next-intl';
import type { FieldFaults } from './read-issues';

/** The sentence beside a field that is empty or wrong; undefined where it is well. */
export function useFieldError(faults: FieldFaults): (field: string) => string | undefined {
  const t = useTranslations('tools.fields');
  const wrong: Record<string, string> = useMessages().tools.fields.wrong;
  return (field) => {
    const fault = faults[field];
    if (!fault) return undefined;
    if (fault === 'missing') return t('required');
    return wrong[field.replaceAll('.', '_')] ?? t('notAsExpected');
  };
}
