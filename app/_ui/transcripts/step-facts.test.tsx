import { MantineProvider } from '@mantine/core';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { catalogs } from '@/lib/i18n/catalog';
import type { Locale } from '@/lib/locale';
import { StepFacts } from './step-facts';

const handoff = {
  from: 'support',
  to: 'loyalty',
  task: 'Add the points',
  reason: 'not an order',
  urgency: 'high',
  facts: { order_id: 'SO-10436' },
  isLoop: true,
};

function render(locale: Locale, specialists: Record<string, string>): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      timeZone="UTC"
      messages={{ ...catalogs[locale], specialists }}
    >
      <MantineProvider>
        <StepFacts step={{ kind: 'handoff', detail: handoff }} />
      </MantineProvider>
    </NextIntlClientProvider>,
  ).replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ');
}

test('a transcript shows what one specialist gave another, and that it went in circles', () => {
  const shown = render('en', { support: 'Support', loyalty: 'Loyalty programme' });
  expect(shown).toContain('Support gives to Loyalty programme · urgent · went in circles');
  expect(shown).toContain('Task: Add the points');
  expect(shown).toContain('Known: order_id: SO-10436');
});

test('a specialist of another version of the desk is shown by its name', () => {
  expect(render('zh', { support: '客服' })).toContain('客服转交loyalty');
});
