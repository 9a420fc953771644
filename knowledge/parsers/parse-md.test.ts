import { expect, test } from 'vitest';
import { toldElements } from '@/tests/support/told-elements';
import { parseDocument } from './parse-document';

async function read(source: string) {
  const file = new TextEncoder().encode(source);
  return toldElements((await parseDocument(file, 'a.md', { onPage: () => undefined })).elements);
}

test('of the HTML in Markdown only what a reader sees is text', async () => {
  expect(
    await read(
      `Before <!-- x9 --> after.\n\n<script>\nx9\n</script>\n<style>x9</style>\n\n[//]: # (x9)\n[home]: https://x.test "x9"\n
Seen <span style="display:none">x8</span> by <b style="color:#fff">x7</b> all.\n\n<p hidden>x6</p>\n
\`\`\`html\n<script>shown</script> <p hidden>shown</p> <!-- shown -->\n\`\`\`\n`,
    ),
  ).toEqual([
    'text: Before after.',
    'text: Seen by all.',
    'text: <script>shown</script> <p hidden>shown</p> <!-- shown -->',
    '(hidden-text) text: x8',
    '(background-colour) text: x7',
    '(hidden-text) text: x6',
  ]);
});

test('marks of emphasis go in pairs; what only looks like one stays', async () => {
  expect(
    await read('**Bold *and* more**, ~~old~~ and __this__, 2**3 and a_b_c, `x = **y**`.'),
  ).toEqual(['text: Bold and more, old and this, 2**3 and a_b_c, x = **y**.']);
  expect(
    await read('[![Logo](a.png)](https://x.test/a_(b)) and [one][two] # not a title #'),
  ).toEqual(['text: Logo and one # not a title #']);
  expect(await read('## Title ##\n\n# C#\n')).toEqual(['title: Title', 'title: C#']);
});
