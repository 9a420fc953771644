import { Container, Paper, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { currentPolicy, policyPath } from '@/agents/policy/current-policy';
import { faultSentence } from '@/agents/policy/policy-fault';
import { team } from '@/agents/team';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { isUnstructuredUp } from '@/knowledge/unstructured/check-unstructured';
import { configuredServer } from '@/knowledge/unstructured/unstructured-server';
import { findSettingsView } from '@/lib/db/settings';
import { localeSchema } from '@/lib/locale';
import { DeskParts } from './desk-parts';
import { listDeskParts } from './list-desk-parts';
import { PolicyRules } from './policy-rules';
import { ReaderChoice } from './reader-choice';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

/** What serves this desk, and what administrators choose for all of it. */
export default async function SettingsPage() {
  await requirePageAccess('settings:manage', '/admin/settings');
  const [t, parts, settings, service, policy] = await Promise.all([
    getTranslations('settings'),
    listDeskParts(),
    findSettingsView(),
    serviceState(),
    policyState(),
  ]);
  return (
    <Container size="md" py="xl">
      <Title order={1}>{t('title')}</Title>
      <Text c="dimmed" mt={4} maw="60ch">
        {t('intro')}
      </Text>
      <Paper withBorder mt="lg" p="md" component="section">
        <Title order={2}>{t('parts.title')}</Title>
        <Text c="dimmed" size="sm" mt={2} mb="md">
          {t('parts.intro')}
        </Text>
        <DeskParts parts={parts} down={service === 'down' ? ['reader'] : []} />
      </Paper>
      <Paper withBorder mt="lg" p="md" component="section">
        <Title order={2} mb="xs">
          {t('reader.title')}
        </Title>
        <ReaderChoice settings={settings} service={service} />
      </Paper>
      <Paper withBorder mt="lg" p="md" component="section">
        <Title order={2} mb="xs">
          {t('policy.title')}
        </Title>
        <PolicyRules {...policy} />
      </Paper>
    </Container>
  );
}

async function policyState() {
  const locale = localeSchema.parse(await getLocale());
  const { policy, faults } = currentPolicy(team().names);
  return {
    file: policyPath(),
    rules: policy.rules.length,
    faults: faults.map((fault) => faultSentence(fault, locale)),
  };
}

async function serviceState(): Promise<'off' | 'up' | 'down'> {
  const server = configuredServer();
  if (!server) return 'off';
  return (await isUnstructuredUp(server)) ? 'up' : 'down';
}
