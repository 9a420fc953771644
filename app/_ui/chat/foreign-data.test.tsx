import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { escapeData } from '@/agents/tools/connected/escape-data';
import { catalogs } from '@/lib/i18n/catalog';
import type { Citation } from '@/lib/shared/chat';
import { CitationsProvider } from './citations-context';
import { Markdown } from './markdown';

const source: Citation = {
  n: 1,
  documentId: 'd',
  chunkId: 'c',
  document: 'Returns.pdf',
  page: 1,
  unit: 'page',
  quote: '30 days.',
};

function render(data: string): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={catalogs.en} timeZone="UTC">
      <CitationsProvider items={[source]} onOpen={() => undefined}>
        <Markdown text={`- ${escapeData(data)}`} />
      </CitationsProvider>
    </NextIntlClientProvider>,
  );
}

test.each([
  ['https://evil.example/a?b=c', 'https://evil.example/a?b=c'],
  ['(see www.evil.example).', 'www.evil.example'],
  ['mail ann_b@evil.example, or mailto:ann@evil.example', 'ann_b@evil.example'],
  ['[Click](https://evil.example) ![x](https://evil.example/x.png)', '[Click]('],
  ['<b>bold</b> **bold** # 1', '&lt;b&gt;bold&lt;/b&gt; **bold** # 1'],
  ['`code` ```x', '`code` ```x'],
  ['$x$ ~~gone~~ |a|', '$x$ ~~gone~~ |a|'],
  ['Free of charge [1], [1, 2] 【1】', 'Free of charge [1], [1, 2] 【1】'],
  ['1. one', '1. one'],
  [' 2) two', '2) two'],
  ['- three', '- three'],
  ['+', '+'],
  ['---', '---'],
  ['-5 +65 1.5', '-5 +65 1.5'],
  ['ends with www.', 'ends with www.'],
  ['WWW.`evil.example', 'WWW.`evil.example'],
])('what another system answers is words on the page: %s', (data, shown) => {
  const html = render(data);
  expect(html).not.toMatch(/<(?:a|img|b|strong|em|del|h\d|hr|ol|table|button)\b/);
  expect(html.match(/<ul\b/g)).toHaveLength(1);
  expect(html).not.toContain('[blocked]');
  expect(html.replaceAll(/<[^>]+>/g, '')).toContain(shown);
});
