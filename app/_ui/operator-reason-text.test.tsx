import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { catalogs } from '@/lib/i18n/catalog';
import type { Locale } from '@/lib/locale';
import type { OperatorReason } from '@/lib/shared/actions';
import { OperatorReasonText } from './operator-reason-text';

const told = (reason: OperatorReason, locale: Locale = 'en') =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={catalogs[locale]} timeZone="UTC">
      <OperatorReasonText reason={reason} />
    </NextIntlClientProvider>,
  );

test('why a small sum waits is told with what came before it within a day', () => {
  const reason = { kind: 'sum-of-day', sum: 39.5, before: 1_061, limit: 1_100 } as const;
  expect(told(reason)).toBe(
    'What one person has done within a day counts together: 39.5 now and 1,061 before make 1,100.5. From 1,100 on, an operator must agree.',
  );
  expect(told(reason, 'zh')).toBe(
    '同一人一天内的金额合并计算：本次 39.5，此前 1,061，合计 1,100.5。达到 1,100 须由客服人员同意。',
  );
});

test('a sum that is over the limit by itself is not said to have any before it', () => {
  const reason = { kind: 'sum-of-day', sum: 250, before: 0, limit: 100 } as const;
  expect(told(reason)).toBe('It is about 250. From 100 on, an operator must agree.');
  expect(told(reason, 'zh')).toBe('涉及金额 250。达到 100 须由客服人员同意。');
});

test('sums with a currency are written as money', () => {
  const reason = { kind: 'more-than-allowed', amount: '329.00', allowed: '100.00' } as const;
  expect(told({ ...reason, currency: 'SGD' })).toContain('SGD 329.00');
  expect(told({ ...reason, currency: 'SGD' }, 'zh')).toContain('SGD 100.00');
});

test('what always needs an operator, and what tells no sum, are told as that', () => {
  for (const locale of ['en', 'zh'] as const) {
    const all = [told({ kind: 'always' }, locale), told({ kind: 'no-sum', limit: 100 }, locale)];
    expect(all.join()).not.toContain('reasons.');
    expect(all[1]).toContain('100');
  }
});
