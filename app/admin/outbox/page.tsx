import { Container, Paper, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { listMails } from '@/lib/db/mails';
import { env } from '@/lib/env';
import { MailRow } from './mail-row';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.outbox'))('title') };
}

/** The mails that the desk has written. */
export default async function OutboxPage() {
  await requirePageAccess('outbox:read', '/admin/outbox');
  const mails = await listMails();
  const t = await getTranslations('admin.outbox');
  return (
    <Container size="md" py="xl">
      <Title order={1}>{t('title')}</Title>
      <Text c="dimmed" mt={4} maw="60ch">
        {t('intro')} {env().SMTP_URL ? null : t('introLocal')}
      </Text>
      {mails.length === 0 ? (
        <Text mt="xl">{t('empty')}</Text>
      ) : (
        <Paper withBorder mt="lg" component="ul" p={0} style={{ listStyle: 'none' }}>
          {mails.map((mail) => (
            <MailRow key={mail.id} mail={mail} />
          ))}
        </Paper>
      )}
    </Container>
  );
}
