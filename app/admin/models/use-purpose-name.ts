import { useTranslations } from 'next-intl';
import { modelPurposes } from '@/lib/shared/models';

const named = [...modelPurposes, 'test'] as const;

/** Names what models are asked for; a purpose of another version keeps its own name. */
export function usePurposeName(): (purpose: string) => string {
  const t = useTranslations('models.purposes');
  return (purpose) => {
    const known = named.find((name) => name === purpose);
    return known ? t(`${known}.name`) : purpose;
  };
}
