import { Container, Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { viewModels } from '@/app/_models/view-models';
import { PageHeading } from '@/app/_ui/page-heading';
import { can } from '@/lib/auth/permissions';
import { modelRangeSchema } from '@/lib/shared/models';
import { BudgetNotice } from './budget-notice';
import { BudgetsSection } from './budgets-section';
import { FiguresSection } from './figures-section';
import { HealthSection } from './health-section';
import { NoModel } from './no-model';
import { PurposesSection } from './purposes-section';

// What does not fit is as if it were not there.
const querySchema = z.object({ range: modelRangeSchema.catch('24h') });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('models'))('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Which models serve this desk, how they do and what they cost. */
export default async function ModelsPage({ searchParams }: Props) {
  const principal = await requirePageAccess('model:read', '/admin/models');
  const { range } = querySchema.parse(await searchParams);
  const [t, view] = await Promise.all([getTranslations('models'), viewModels(range)]);
  const mayManage = can(principal, 'model:manage');
  const isBuiltin = view.health.length === 0;
  return (
    <Container size="lg" py="lg">
      <Stack gap="lg">
        <PageHeading title={t('title')}>{t('intro')}</PageHeading>
        <BudgetNotice {...view.budgets} />
        {isBuiltin ? <NoModel /> : null}
        <PurposesSection purposes={view.purposes} mayTest={mayManage && !isBuiltin} />
        {isBuiltin ? null : <HealthSection health={view.health} />}
        {isBuiltin && view.totals.calls === 0 ? null : <FiguresSection view={view} />}
        <BudgetsSection initial={view.budgets} mayChange={mayManage} />
      </Stack>
    </Container>
  );
}
