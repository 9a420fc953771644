import { MantineProvider } from '@mantine/core';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { catalogs } from '@/lib/i18n/catalog';
import type { Locale } from '@/lib/locale';
import type { ConnectionFault } from '@/lib/shared/call-fault';
import { ConnectionHealth } from './connection-health';

function told(code: ConnectionFault | null, locale: Locale, isOn = true): string {
  const at = new Date(Date.now() - 5 * 60_000 - 1_000).toISOString();
  const connection = { isOn, fault: code && { code, at } };
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={catalogs[locale]} timeZone="UTC">
      <MantineProvider>
        <ConnectionHealth connection={connection} />
      </MantineProvider>
    </NextIntlClientProvider>,
  );
  return page
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

test('a system that is down is on, and its last calls failed since when', () => {
  expect(told('network', 'en')).toBe(
    'On, but calls fail Its last calls failed. The first of them: 5 minutes ago . It could not be reached. Check that it runs and that the address is right; the next call tries again.',
  );
  expect(told('server_error', 'zh')).toBe(
    '已启用，但调用失败 最近的调用都失败了。首次失败： 5分钟前 。 对方系统自身出错。请联系对方检查，然后重试。',
  );
});

test('what people must mend is told as that', () => {
  expect(told('credential_refused', 'en')).toMatch(/^Needs attention The system refused/);
  expect(told('credential_refused', 'zh')).toMatch(/^需要处理 对方系统拒绝/);
});

test('one that works is on, one that is turned off is off, whatever its last call came to', () => {
  expect(told(null, 'en')).toBe('On');
  expect(told('network', 'en', false)).toMatch(/^Off Its last calls failed/);
});
