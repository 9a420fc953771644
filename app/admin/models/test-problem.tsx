import { Alert, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { ChainLink, ModelTest, TestProblem as Problem } from '@/lib/shared/models';
import { formatTime } from './format-figures';

/** The variables that say where a provider is and who asks. */
const variables: Record<string, { key: string; address: string }> = {
  openai: { key: 'OPENAI_API_KEY', address: 'OPENAI_BASE_URL' },
  anthropic: { key: 'ANTHROPIC_API_KEY', address: 'ANTHROPIC_BASE_URL' },
  ollama: { key: 'OLLAMA_BASE_URL', address: 'OLLAMA_BASE_URL' },
};

/** Why a model did not answer a test, and what to do. */
export function TestProblem({
  test,
  link,
}: {
  test: ModelTest & { outcome: Problem };
  link: ChainLink;
}) {
  const t = useTranslations('models.test');
  const locale = useLocale();
  return (
    <Alert color="red">
      {t(`problems.${test.outcome}`, {
        model: `${test.provider}:${test.model}`,
        variable: link.variable ?? 'MODEL',
        time: formatTime(test.durationMs, locale),
        key: variables[test.provider]?.key ?? 'MODEL',
        address: variables[test.provider]?.address ?? 'MODEL',
      })}
      {test.detail ? (
        <Text size="sm" c="dimmed" mt={4}>
          {t('said', { detail: test.detail })}
        </Text>
      ) : null}
    </Alert>
  );
}
