import { Anchor, Group, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { OperatorReasonText } from '@/app/_ui/operator-reason-text';
import { TextLink } from '@/app/_ui/text-link';
import type { Approval } from '@/lib/shared/actions';
import type { InboxReader } from '../inbox-reader';
import { ApprovalFields } from './approval-fields';
import classes from './approvals.module.css';

interface Props {
  approval: Approval;
  reader: InboxReader;
  onOpenCase: (caseId: string) => void;
}

/** What an operator decides on: what would happen, and what the person wrote. */
export function ApprovalFacts({ approval, reader, onOpenCase }: Props) {
  const t = useTranslations('approvals');
  const tInbox = useTranslations('inbox');
  const { fields, reason, askedFor, conversationId, caseId } = approval;
  return (
    <div className={classes.facts}>
      <section>
        <Title order={3} fz="sm" mb="xs">
          {t('what')}
        </Title>
        <ApprovalFields fields={fields} />
      </section>
      {reason ? (
        <section>
          <Title order={3} fz="sm" mb="xs">
            {t('why')}
          </Title>
          <Text size="sm">
            <OperatorReasonText reason={reason} />
          </Text>
        </section>
      ) : null}
      {askedFor ? (
        <section>
          <Title order={3} fz="sm" mb="xs">
            {t('askedFor')}
          </Title>
          <blockquote className={classes.words}>{askedFor}</blockquote>
        </section>
      ) : null}
      <Group gap="md">
        {caseId ? (
          <Anchor component="button" type="button" size="sm" onClick={() => onOpenCase(caseId)}>
            {t('openCase')}
          </Anchor>
        ) : null}
        {reader.mayReadTranscripts ? (
          <TextLink href={`/admin/transcripts/${conversationId}`}>{tInbox('transcript')}</TextLink>
        ) : null}
      </Group>
    </div>
  );
}
