import { MantineProvider } from '@mantine/core';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { catalogs } from '@/lib/i18n/catalog';
import { type ActionEvent, actionEventKinds } from '@/lib/shared/actions';
import { ActionHistory } from './action-history';

const at = '2026-03-02T09:00:00.000Z';

function lines(events: Partial<ActionEvent>[], locale: 'en' | 'zh' = 'en'): string[] {
  const whole = events.map((event) => ({
    ...({ kind: 'proposed', by: null, detail: {}, at } as const),
    ...event,
  }));
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={catalogs[locale]} timeZone="UTC">
      <MantineProvider>
        <ActionHistory events={whole} />
      </MantineProvider>
    </NextIntlClientProvider>,
  );
  return html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .split('</li>')
    .map((item) => item.replaceAll(/<time.*?<\/time>/g, '').replaceAll(/<[^>]+>/g, ' '))
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean);
}

test('a history names who decided, what they wrote, and what asking told', () => {
  expect(
    lines([
      { kind: 'approved', by: 'Carla Chen' },
      { kind: 'operator-approved', by: 'Omar Reyes', detail: { note: 'Sorry about the noise' } },
      { kind: 'answer-lost' },
      { kind: 'checked', detail: { found: 'not-happened' } },
      { kind: 'failed', detail: { outcome: 'slot_taken' } },
    ]),
  ).toEqual([
    'Confirmed by Carla Chen',
    'Approved by Omar Reyes Sorry about the noise',
    'The answer was lost',
    'Asked whether it happened: it did not',
    'Refused by the business system slot_taken',
  ]);
});

test('whoever has no name is the person, or an operator', () => {
  expect(lines([{ kind: 'declined' }, { kind: 'operator-refused' }])).toEqual([
    'Declined or withdrawn by the person',
    'Not approved by an operator',
  ]);
});

test('every event has its sentence in both languages', () => {
  for (const locale of ['en', 'zh'] as const) {
    const all = lines(
      actionEventKinds.map((kind) => ({ kind })),
      locale,
    );
    expect(new Set(all).size).toBe(actionEventKinds.length);
    expect(all.join()).not.toContain('event.');
  }
});
