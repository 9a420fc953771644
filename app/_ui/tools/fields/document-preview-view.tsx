import { Alert, List, Paper, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { DocumentPreview } from '@/lib/shared/connections';
import { OperationBadge } from '../operation-badge';
import { useProblemSentence } from '../use-problem-sentence';
import classes from './preview.module.css';

/** What a document holds: what it is called, its operations, and those that cannot be used. */
export function DocumentPreviewView({ preview }: { preview: DocumentPreview }) {
  const t = useTranslations('tools.preview');
  const problemOf = useProblemSentence();
  const { title, version, operations } = preview;
  const unusable = operations.filter(({ problem }) => problem !== undefined);
  const usable = operations.length - unusable.length;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('label')}>
      <Title order={2} fz="md">
        {title}{' '}
        <Text span c="dimmed" size="sm">
          {version}
        </Text>
      </Title>
      <Text size="sm" role="status">
        {t('usable', { count: usable })}
      </Text>
      <ul className={classes.operations} aria-label={t('operations')}>
        {operations
          .filter(({ problem }) => problem === undefined)
          .map((operation) => (
            <li key={operation.operationId} className={classes.operation}>
              <OperationBadge operation={operation} />
              <Text size="sm" className={classes.path}>
                {operation.path ?? operation.operationId}
              </Text>
              <Text size="sm" c="dimmed">
                {operation.summary}
              </Text>
            </li>
          ))}
      </ul>
      {unusable.length > 0 ? (
        <Alert
          color="yellow"
          variant="light"
          mt="sm"
          title={t('unusable', { count: unusable.length })}
        >
          <List size="sm" className={classes.faults}>
            {unusable.map(({ operationId, method, path, problem = '' }) => (
              <List.Item key={operationId}>
                <code>{method ? `${method} ${path}` : operationId}</code> {problemOf(problem)}
              </List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
    </Paper>
  );
}
