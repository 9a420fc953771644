import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { Mail } from '@/lib/db/mails';
import classes from './mail-row.module.css';

const colors = { outbox: 'gray', sent: 'harbor', failed: 'red' } as const;

const dateFields = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

/** One mail, with its links to click: here is where a desk without a mail server hands them over. */
export function MailRow({ mail }: { mail: Mail }) {
  const t = useTranslations('admin.outbox');
  const format = useFormatter();
  return (
    <li className={classes.row}>
      <Group justify="space-between" gap="xs">
        <Text fw={500}>{mail.subject}</Text>
        <Badge variant="light" color={colors[mail.state]}>
          {t(`states.${mail.state}`)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {t('to', { address: mail.to })} ·{' '}
        {format.dateTime(mail.createdAt, {
          ...dateFields,
        })}
      </Text>
      {mail.error ? (
        <Text size="sm" c="red">
          {mail.error}
        </Text>
      ) : null}
      <div className={classes.body}>{mail.body.split(/(https?:\/\/\S+)/).map(toPart)}</div>
    </li>
  );
}

function toPart(part: string, index: number) {
  if (index % 2 === 0) return part;
  return (
    <Anchor key={part} href={part} rel="noreferrer" fz="inherit">
      {part}
    </Anchor>
  );
}
