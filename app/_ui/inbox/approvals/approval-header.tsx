import { Group, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LocalTime } from '@/app/_ui/local-time';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { Approval } from '@/lib/shared/actions';
import classes from '../inbox.module.css';

interface Props {
  approval: Approval;
  /** Nobody has decided yet, and somebody still can. */
  isOpen: boolean;
  back: ReactNode;
}

/** What is asked for, by whom, since when, and until when somebody can decide. */
export function ApprovalHeader({ approval, isOpen, back }: Props) {
  const t = useTranslations('approvals');
  const tInbox = useTranslations('inbox');
  const { title, participant, teamId, createdAt, expiresAt } = approval;
  const kind = tInbox(`participant.${participant.kind}`);
  return (
    <header className={classes.header}>
      <Group gap="xs" wrap="nowrap" align="start">
        {back}
        <div className={classes.headline}>
          <Title order={2} fz="lg">
            {title}
          </Title>
          <Text size="sm" c="dimmed" component="div" className={classes.facts}>
            <span>{participant.name ? `${participant.name} (${kind})` : kind}</span>
            <span>{tInbox('team', { id: teamId })}</span>
            <span>{t.rich('waitsSinceRich', { time: () => <TimeAgo at={createdAt} /> })}</span>
            {isOpen ? (
              <span>{t.rich('untilRich', { time: () => <LocalTime at={expiresAt} /> })}</span>
            ) : null}
          </Text>
        </div>
      </Group>
    </header>
  );
}
