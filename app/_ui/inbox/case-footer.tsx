import { Button, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CaseDetail } from '@/lib/shared/inbox';
import classes from './inbox.module.css';
import { ReplyComposer } from './reply-composer';

interface Props {
  detail: CaseDetail;
  onTake: () => Promise<void>;
  onSent: () => Promise<void>;
}

/** What the reader can do in the conversation: take it, reply, or see why not. */
export function CaseFooter({ detail, onTake, onSent }: Props) {
  const t = useTranslations('inbox');
  const [isBusy, setIsBusy] = useState(false);
  const { case: item, owner, isMine } = detail;

  async function take() {
    setIsBusy(true);
    await onTake();
    setIsBusy(false);
  }

  if (item.state === 'open') {
    return (
      <footer className={classes.footer}>
        <Group gap="sm">
          <Button loading={isBusy} onClick={take}>
            {t('take')}
          </Button>
          <Text size="sm" c="dimmed" flex="1 1 14rem">
            {t('takeHint')}
          </Text>
        </Group>
      </footer>
    );
  }
  if (item.state === 'assigned' && isMine) {
    return (
      <footer className={classes.footer}>
        <ReplyComposer caseId={item.id} ownerVersion={owner.version} onSent={onSent} />
      </footer>
    );
  }
  return (
    <footer className={classes.footer}>
      <Text size="sm" c="dimmed">
        {item.state === 'closed'
          ? t('closedNote')
          : t('colleagueNote', { name: item.assignee?.name ?? t('someone') })}
      </Text>
    </footer>
  );
}
