import { Alert, Paper, Tabs, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useSpecialistTitle } from '@/app/_ui/specialist-title';
import type { ConnectionDetail, OperationView } from '@/lib/shared/connections';
import { OperationBadge } from '../operation-badge';
import { TrialForm } from '../trial/trial-form';
import { useProblemSentence } from '../use-problem-sentence';
import classes from './operation.module.css';
import { TakeAway } from './take-away';
import type { ToolDraft } from './tool-draft';
import { ToolForm } from './tool-form';

interface Props {
  operation: OperationView;
  detail: ConnectionDetail;
  draft: ToolDraft | null;
  onDraft: (draft: ToolDraft | null) => void;
  onChanged: () => Promise<void>;
}

/** One operation: what it is, who has it, and the way to try it. */
export function OperationPanel({ operation, detail, draft, onDraft, onChanged }: Props) {
  const t = useTranslations('tools.operation');
  const problemOf = useProblemSentence();
  const { operationId, path, summary, problem, isChanged } = operation;
  const { connection } = detail;
  return (
    <Paper withBorder p="md" component="section" aria-label={summary || operationId}>
      <Title order={2}>{summary || operationId}</Title>
      <div className={classes.address}>
        <OperationBadge operation={operation} /> <code>{path ?? operationId}</code>
      </div>
      {problem ? (
        <Alert color="yellow" variant="light" mt="sm" title={t('unusable')}>
          {problemOf(problem)}
        </Alert>
      ) : null}
      {isChanged && !problem ? (
        <Alert color="yellow" variant="light" mt="sm" title={t('isChanged')}>
          {t('isChangedText')}
        </Alert>
      ) : null}
      <BuiltIn operation={operation} />
      {problem && operation.tool ? (
        <TakeAway
          {...{ operation, onChanged }}
          connectionId={connection.id}
          onTaken={() => onDraft(null)}
        />
      ) : null}
      {problem ? null : (
        <Tabs defaultValue="give" mt="md" keepMounted>
          <Tabs.List>
            <Tabs.Tab value="give">{t('tabs.give')}</Tabs.Tab>
            <Tabs.Tab value="try">{t('tabs.try')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="give" pt="md">
            <ToolForm {...{ operation, detail, draft, onDraft, onChanged }} />
          </Tabs.Panel>
          <Tabs.Panel value="try" pt="md">
            <TrialForm
              operation={operation}
              connection={connection}
              outputs={draft?.outputs ?? operation.tool?.outputs ?? operation.outputs}
              trials={detail.trials.filter((trial) => trial.operationId === operationId)}
              onSent={onChanged}
            />
          </Tabs.Panel>
        </Tabs>
      )}
    </Paper>
  );
}

function BuiltIn({ operation }: { operation: OperationView }) {
  const t = useTranslations('tools.operation');
  const titleOf = useSpecialistTitle();
  if (operation.builtIn.length === 0) return null;
  return (
    <Alert color="gray" variant="light" mt="sm" title={t('builtIn')}>
      {operation.builtIn.map(({ name, specialist }) => (
        <div key={`${specialist} ${name}`}>
          <code>{name}</code> · {titleOf(specialist)}
        </div>
      ))}
      <Text size="sm" mt={4}>
        {t('builtInText')}
      </Text>
    </Alert>
  );
}
