import { Badge, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { TimeAgo } from '@/app/_ui/time-ago';
import { storedPreviewSchema } from '@/lib/db/actions';
import type { TranscriptTurn } from '@/lib/db/transcripts';
import type { ActionCard } from '@/lib/shared/chat';
import { Block } from './step-facts';
import classes from './turn-timeline.module.css';

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

/** The write actions of a turn: what was proposed, what the person decided, what came of it. */
export function TurnActions({ actions }: Pick<TranscriptTurn, 'actions'>) {
  const t = useTranslations('admin.transcripts.action');
  return actions.map((action) => {
    const preview = storedPreviewSchema.safeParse(action.preview);
    return (
      <div key={action.id} className={classes.action}>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {preview.success ? preview.data.title : action.tool}
          </Text>
          <Badge size="sm" variant="dot" tt="none" fw={500} color={colors[action.state]}>
            {t(`state.${action.state}`)}
          </Badge>
          {action.decidedAt ? (
            <Text size="sm" c="dimmed">
              <TimeAgo at={action.decidedAt.toISOString()} />
            </Text>
          ) : null}
        </Group>
        {preview.success ? (
          <dl className={classes.fields}>
            {preview.data.fields.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {action.result === null ? null : (
          <Block label={t('result')} text={JSON.stringify(action.result, null, 1)} />
        )}
      </div>
    );
  });
}
