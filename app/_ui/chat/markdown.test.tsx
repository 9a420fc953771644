import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { catalogs } from '@/lib/i18n/catalog';
import type { Citation } from '@/lib/shared/chat';
import { CitationsProvider } from './citations-context';
import { Markdown } from './markdown';

const source: Citation = {
  n: 1,
  documentId: 'd',
  chunkId: 'c',
  document: 'Return policy',
  page: 2,
  unit: 'page',
  quote: 'within 30 days',
};

function render(text: string): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={catalogs.en}>
      <CitationsProvider items={[source]} onOpen={() => undefined}>
        <Markdown text={text} />
      </CitationsProvider>
    </NextIntlClientProvider>,
  );
}

test('HTML in an answer is shown as text', () => {
  const html = render('<script>alert(1)</script> <b onclick="x()">bold</b>');
  expect(html).not.toMatch(/<script|<b/);
  expect(html).toContain('&lt;script&gt;');
});

test('a picture is never loaded, it becomes a link', () => {
  const html = render('![your invoice](https://evil.example/p.png?q=1)');
  expect(html).not.toMatch(/<img|rel="preload"/);
  expect(html).toContain('>your invoice<');
});

test('a link opens in a new tab and shows the site it leads to', () => {
  const html = render('[Sign in here](https://evil.example/login)');
  expect(html).toContain('target="_blank" rel="noopener noreferrer nofollow"');
  expect(html).toContain('(evil.example)');
});

test('addresses that run code are not links', () => {
  expect(render('[a](javascript:alert(1)) [b](data:text/html,x)')).not.toContain('<a ');
});

test('a citation mark becomes a button, but not inside code, and not without a source', () => {
  expect(render('Within 30 days [1].')).toContain('aria-label="Source 1: Return policy, Page 2"');
  expect(render('`list[1]`')).not.toContain('<button');
  expect(render('Unknown [7].')).toContain('[7]');
});

test('an answer cannot make a citation of its own', () => {
  expect(render('<citation-chip n="1"></citation-chip>')).not.toContain('<button');
});
