import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { escapeData } from '@/agents/tools/connected/escape-data';
import { CitationsProvider } from './citations-context';
import { Markdown } from './markdown';

function render(data: string): string {
  return renderToStaticMarkup(
    <CitationsProvider items={[]} onOpen={() => undefined}>
      <Markdown text={`- ${escapeData(data)}`} />
    </CitationsProvider>,
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
])('what another system answers is words on the page: %s', (data, shown) => {
  const html = render(data);
  expect(html).not.toMatch(/<(?:a|img|b|strong|em|del|h\d|table)\b/);
  expect(html.replaceAll(/<[^>]+>/g, '')).toContain(shown);
});
