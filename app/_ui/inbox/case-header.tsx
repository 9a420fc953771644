import { ActionIcon, Button, Group, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextLink } from '@/app/_ui/text-link';
import type { CaseDetail } from '@/lib/shared/inbox';
import { CaseTime } from './case-time';
import classes from './inbox.module.css';
import type { InboxReader } from './inbox-reader';
import { PriorityBadge } from './priority-badge';

interface Props {
  detail: CaseDetail;
  reader: InboxReader;
  onBack: () => void;
  onHandBack: () => Promise<void>;
}

/** What a case is about, and the way to end it. */
export function CaseHeader({ detail, reader, onBack, onHandBack }: Props) {
  const t = useTranslations('inbox');
  const [isBusy, setIsBusy] = useState(false);
  const { case: item, isMine } = detail;
  const mayHandBack = item.state !== 'closed' && (isMine || reader.isOverseer);

  async function handBack() {
    setIsBusy(true);
    await onHandBack();
    setIsBusy(false);
  }

  return (
    <header className={classes.header}>
      <Group gap="xs" wrap="nowrap" align="start">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('back')}
          hiddenFrom="sm"
          onClick={onBack}
        >
          <IconArrowLeft size={18} />
        </ActionIcon>
        <div className={classes.headline}>
          <Title order={2} fz="lg" lineClamp={1}>
            {item.title}
          </Title>
          <Text size="sm" c="dimmed" component="div" className={classes.facts}>
            <span>{item.participant.name ?? t(`participant.${item.participant.kind}`)}</span>
            <span>{t(`category.${item.category}`)}</span>
            <span>{t('team', { id: item.teamId })}</span>
            <CaseTime item={item} />
            <PriorityBadge priority={item.priority} />
          </Text>
        </div>
        {mayHandBack ? (
          <Button
            variant="default"
            size="xs"
            flex="none"
            loading={isBusy}
            title={t('handBackHint')}
            onClick={handBack}
          >
            {t('handBack')}
          </Button>
        ) : null}
      </Group>
      <div className={classes.summary}>
        <Text size="sm" fw={600} component="h3">
          {t('summary')}
        </Text>
        <Text size="sm" className={classes.summaryText}>
          {item.summary}
        </Text>
        {reader.mayReadTranscripts ? (
          <TextLink href={`/admin/transcripts/${item.conversationId}`}>{t('transcript')}</TextLink>
        ) : null}
      </div>
    </header>
  );
}
