import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ActionFields } from '@/app/_ui/action-fields';
import { OperatorReasonText } from '@/app/_ui/operator-reason-text';
import { operatorReasonOf, storedPreviewSchema } from '@/lib/db/actions/actions';
import type { TranscriptTurn } from '@/lib/db/conversations/transcripts';
import type { ActionCard } from '@/lib/shared/chat';
import { ActionHistory } from './action-history';
import { Block } from './step-facts';
import classes from './turn-timeline.module.css';

type Action = TranscriptTurn['actions'][number];

const colors: Record<ActionCard['state'], string> = {
  proposed: 'yellow',
  'awaiting-operator': 'yellow',
  approved: 'blue',
  declined: 'gray',
  refused: 'gray',
  expired: 'gray',
  executing: 'blue',
  done: 'green',
  failed: 'red',
  unknown: 'orange',
  undone: 'gray',
};

/** The write actions of a turn: what was proposed, who decided what, what came of it. */
export function TurnActions({ actions }: Pick<TranscriptTurn, 'actions'>) {
  return actions.map((action) => (
    <TurnAction
      key={action.id}
      action={action}
      undone={actions.find(({ id }) => id === action.undoes)}
    />
  ));
}

interface Props {
  action: Action;
  /** The action that this one takes back. */
  undone: Action | undefined;
}

function TurnAction({ action, undone }: Props) {
  const t = useTranslations('admin.transcripts.action');
  const preview = storedPreviewSchema.safeParse(action.preview);
  const reason = operatorReasonOf(action);
  return (
    <div id={anchorOf(action)} className={classes.action}>
      <Group gap="xs">
        <Text size="sm" fw={500}>
          {titleOf(action)}
        </Text>
        <Badge size="sm" variant="dot" tt="none" fw={500} color={colors[action.state]}>
          {t(`state.${action.state}`)}
        </Badge>
      </Group>
      {undone ? (
        <Text size="sm" c="dimmed">
          {t('undoes')}{' '}
          <Anchor href={`#${anchorOf(undone)}`} size="sm">
            {titleOf(undone)}
          </Anchor>
        </Text>
      ) : null}
      {preview.success ? (
        <ActionFields fields={preview.data.fields} className={classes.fields} />
      ) : null}
      {reason ? (
        <Text size="sm">
          {t('whyOperator')} <OperatorReasonText reason={reason} />
        </Text>
      ) : null}
      <ActionHistory events={action.history} />
      {action.result === null ? null : (
        <Block label={t('result')} text={JSON.stringify(action.result, null, 1)} />
      )}
    </div>
  );
}

const anchorOf = ({ id }: Action) => `action-${id}`;

function titleOf({ preview, tool }: Action): string {
  return storedPreviewSchema.safeParse(preview).data?.title ?? tool;
}
