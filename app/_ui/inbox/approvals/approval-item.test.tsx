import { MantineProvider } from '@mantine/core';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { catalogs } from '@/lib/i18n/catalog';
import type { Locale } from '@/lib/locale';
import type { Approval } from '@/lib/shared/actions';
import { ApprovalItem } from './approval-item';

const item: Approval = {
  id: 'a',
  conversationId: 'c',
  caseId: null,
  teamId: 'support',
  specialist: null,
  title: 'Refund',
  fields: [],
  reason: null,
  participant: { kind: 'customer', name: 'Carla Chen' },
  askedFor: '',
  isOwn: false,
  createdAt: '2026-03-02T21:30:00.000Z',
  expiresAt: '2026-03-09T21:30:00.000Z',
};

const shown = (locale: Locale) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={catalogs[locale]} timeZone="UTC">
      <MantineProvider>
        <ApprovalItem item={item} isSelected={false} onOpen={() => undefined} />
      </MantineProvider>
    </NextIntlClientProvider>,
  ).replaceAll(/<[^>]+>/g, '');

test('until when an approval can be decided is told to the minute, however long that is', () => {
  expect(shown('en')).toContain('Ends 9 Mar 2026, 21:30');
  expect(shown('zh')).toContain('2026年3月9日 21:30截止');
});
