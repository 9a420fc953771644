import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** A model as the environment names it; the built-in one by what it is. */
export function ModelName({ provider, model }: { provider: string; model: string }) {
  const t = useTranslations('models');
  if (provider === 'builtin') return <Text size="sm">{t('builtin')}</Text>;
  return (
    <Text size="sm" ff="monospace" component="span">
      {provider}:{model}
    </Text>
  );
}
