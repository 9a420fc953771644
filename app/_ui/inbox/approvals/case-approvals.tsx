import { Button, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Approval } from '@/lib/shared/actions';
import classes from './approvals.module.css';
import { findAmount } from './find-amount';

interface Props {
  approvals: Approval[];
  onOpen: (approvalId: string) => void;
}

/** What waits for an operator in the conversation of a case, above what was said. */
export function CaseApprovals({ approvals, onOpen }: Props) {
  const t = useTranslations('approvals.inCase');
  return approvals.map(({ id, title, fields }) => (
    <div key={id} className={classes.inCase} role="status">
      <Text size="sm" flex="1 1 12rem">
        {t('waits')}{' '}
        <strong>
          <bdi>{title}</bdi>
          {findAmount(fields) ? ' · ' : null}
          <bdi>{findAmount(fields)?.value}</bdi>
        </strong>
      </Text>
      <Button size="xs" variant="default" onClick={() => onOpen(id)}>
        {t('open')}
      </Button>
    </div>
  ));
}
