import { Container, Paper, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { readAccount } from '@/lib/operations/read-account';
import { AccountDetails } from './account-details';
import { RememberedFacts } from './remembered-facts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

/** What the desk knows of the person who opens it, and what of it they can erase. */
export default async function AccountPage() {
  const principal = await requirePageAccess('account:use', '/account');
  const [t, { facts, ...account }] = await Promise.all([
    getTranslations('account'),
    readAccount(principal),
  ]);
  return (
    <Container size="sm" py="xl">
      <Title order={1}>{t('title')}</Title>
      <Text c="dimmed" mt={4} maw="60ch">
        {t('intro')}
      </Text>
      <Paper withBorder mt="lg" p="md" component="section">
        <Title order={2} mb="sm">
          {t('details.title')}
        </Title>
        <AccountDetails account={account} />
      </Paper>
      <Paper withBorder mt="lg" p="md" component="section">
        <RememberedFacts initial={facts} />
      </Paper>
    </Container>
  );
}
