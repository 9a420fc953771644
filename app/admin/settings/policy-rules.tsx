import { Alert, Code, List, ListItem, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';

interface Props {
  file: string;
  rules: number;
  /** What is wrong with the file as it is now, in sentences. */
  faults: string[];
}

/** The dialogue policy: where its file lies, and what is wrong with it since its last change. */
export function PolicyRules({ file, rules, faults }: Props) {
  const t = useTranslations('settings.policy');
  return (
    <>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('count', { count: rules })} <Code>{file}</Code>
      </Text>
      <Text c="dimmed" size="sm" mt={4}>
        {t('how')}
      </Text>
      {faults.length > 0 ? (
        <Alert
          mt="md"
          color="red"
          variant="light"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('broken', { count: faults.length })}
        >
          <Text size="sm">{t('kept')}</Text>
          <List size="sm" mt="xs">
            {faults.map((fault) => (
              <ListItem key={fault}>{fault}</ListItem>
            ))}
          </List>
        </Alert>
      ) : null}
    </>
  );
}
