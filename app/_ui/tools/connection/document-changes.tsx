import { Badge, Group, Paper, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { DocumentPreview, OperationView } from '@/lib/shared/connections';
import { compareOperations } from './compare-operations';
import classes from './connection.module.css';

const colors = { added: 'green', changed: 'yellow', removed: 'red' } as const;

/** What becomes another when a newer document is stored, and what is to be done then. */
export function DocumentChanges(props: { before: OperationView[]; preview: DocumentPreview }) {
  const t = useTranslations('tools.compare');
  const { title, version, operations } = props.preview;
  const changes = compareOperations(props.before, operations);
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('label')}>
      <Text size="sm" fw={500}>
        {title} {version}
      </Text>
      <Text size="sm" c="dimmed" role="status">
        {changes.length > 0 ? t('changes', { count: changes.length }) : t('same')}
      </Text>
      <ul className={classes.changes}>
        {changes.map(({ operationId, kind, isGiven }) => (
          <li key={operationId}>
            <Group gap="xs">
              <Badge size="sm" variant="light" color={colors[kind]}>
                {t(`kinds.${kind}`)}
              </Badge>
              <code>{operationId}</code>
            </Group>
            {isGiven && kind !== 'added' ? <Text size="xs">{t(`given.${kind}`)}</Text> : null}
          </li>
        ))}
      </ul>
    </Paper>
  );
}
