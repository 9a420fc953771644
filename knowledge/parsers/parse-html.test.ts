import { expect, test } from 'vitest';
import { toldElements } from '@/tests/support/told-elements';
import { parseDocument } from './parse-document';

async function parse(html: string) {
  const file = new TextEncoder().encode(html);
  return parseDocument(file, 'page.html', { onPage: () => undefined });
}

const read = async (html: string) => toldElements((await parse(html)).elements);

test.each([
  ['by attribute', '<p hidden>x9</p>', 'hidden-text'],
  ['by inline style', '<p style="color:red; DISPLAY : none !important">x9</p>', 'hidden-text'],
  [
    'by a rule',
    '<style>/* } */ main > .a, b { visibility: hidden }</style><main><p class="a">x9</p></main>',
    'hidden-text',
  ],
  [
    'by a rule for screens',
    '<style>@media screen { .a { opacity: 0.0 } }</style><p class="a">x9</p>',
    'hidden-text',
  ],
  ['as a closed dialog', '<dialog>x9</dialog>', 'hidden-text'],
  ['cut to nothing', '<div style="max-height:0;overflow:hidden">x9</div>', 'hidden-text'],
  [
    'cut for screen readers',
    '<span style="position:absolute;clip:rect(0, 0, 0, 0)">x9</span>',
    'hidden-text',
  ],
  ['off the page', '<div style="position:absolute;left:-9999px">x9</div>', 'off-page'],
  ['as white on white', '<p>Seen <span style="color:#FFF">x9</span></p>', 'background-colour'],
  [
    'by an old attribute',
    '<table bgcolor="#003366"><tr><td>a</td><td><font color="#003366">x9</font></td></tr></table>',
    'background-colour',
  ],
  ['as text of no colour', '<p style="color:rgba(0,0,0,0)">x9</p>', 'background-colour'],
  [
    'by a rule for both colours',
    '<style>.n{background:navy} .n i{color:rgb(0 0 128)}</style><p class="n">Seen <i>x9</i></p>',
    'background-colour',
  ],
  ['as letters of no size', '<div style="font-size:0"><p>x9</p></div>', 'tiny'],
  ['as letters of one point', '<p>Seen <span style="font-size:1pt">x9</span></p>', 'tiny'],
])('what a page hides %s is kept apart', async (_how, html, reason) => {
  const { elements, notes } = await parse(`<h1>Title</h1>${html}<p>Seen.</p>`);
  const hidden = elements.filter((element) => element.hidden);
  expect(hidden).toMatchObject([{ text: 'x9', hidden: reason }]);
  expect(notes).toEqual([{ code: 'hidden_text', values: { count: 1 } }]);
  const seen = elements.filter((element) => !element.hidden).map(({ text }) => text);
  expect(seen.join(' ')).toContain('Seen.');
  expect(seen.join(' ')).not.toContain('x9');
});

test.each([
  [
    'a size of its own inside one of none',
    '<div style="font-size:0"><p style="font-size:14px">x9</p></div>',
  ],
  ['white on a dark part', '<div style="background:#123"><p style="color:white">x9</p></div>'],
  ['white on a picture', '<div style="background:url(a.png)"><p style="color:white">x9</p></div>'],
  ['a link in a white part', '<div style="color:white"><a href="/">x9</a></div>'],
  [
    'shown again inside what is invisible',
    '<div style="visibility:hidden"><p style="visibility:visible">x9</p></div>',
  ],
  ['hidden on paper only', '<style>@media print { p { display: none } }</style><p>x9</p>'],
  ['hidden while pointed at', '<style>p:hover { display: none }</style><p>x9</p>'],
  [
    'a rule that a stronger one takes back',
    '<style>#a { display: block } p { display: none }</style><p id="a">x9</p>',
  ],
  [
    'white where a style sheet elsewhere gives the background',
    '<link rel="stylesheet" href="a.css"><div class="hero"><p style="color:#fff">x9</p></div>',
  ],
  ['a page that is shown by its script', '<html><body style="opacity:0"><p>x9</p></body></html>'],
])('%s is seen', async (_what, html) => {
  expect(await read(html)).toEqual(['text: x9']);
});

test('scripts, styles and the like are not text, not even hidden text', async () => {
  const { elements, notes } = await parse(
    `<p>Seen.</p><script>x9</script><style>p { color: red } x9</style><!-- x9 --><template>x9</template>
    <noscript>x9</noscript><div hidden><script>x9</script></div><nav>x9</nav>`,
  );
  expect(toldElements(elements)).toEqual(['text: Seen.']);
  expect(notes).toEqual([]);
});

test('a page of hidden text only says nothing', async () => {
  await expect(parse('<p hidden>x9</p>')).rejects.toMatchObject({ failure: 'no_text' });
});

test('hidden words leave the list, table, title or paragraph around them whole', async () => {
  const dark = '<b style="display:none">x9</b>';
  expect(
    await read(`<h2>One${dark} two</h2><p>Three${dark} four <b hidden>x8</b></p><ul><li>a${dark}<ol start="4"><li>b${dark}</li></ol></li></ul>
    <table><tr><th>A</th><th style="display:none">x7</th><th>B</th></tr><tr hidden><td>x6</td><td>x5</td></tr>
    <tr><td>1</td><td style="display:none">x4</td><td>2</td></tr></table>`),
  ).toEqual([
    'title: One two',
    '(hidden-text) text: x9',
    'text: Three four',
    '(hidden-text) text: x9 x8',
    'list: - a\n  4. b',
    '(hidden-text) text: x9 x9',
    'table: A | B\n1 | 2',
    '(hidden-text) text: x7 x6 x5 x4',
  ]);
});

test('lines, blocks, readings of characters and code keep their bounds', async () => {
  expect(
    await read(`<h1>First<br>line</h1><ul><li><p>one</p><p>two</p></li></ul>
    <p><ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp></ruby>字</p><pre>a = 1\n  b = 2</pre>
    <ul><li><h3>Card</h3>Inside</li></ul>
    <table><caption>Fees</caption><tr><td><table><tr><th>Kind</th><th>Fee</th></tr><tr><td>Bag</td><td>5</td></tr></table></td></tr></table>`),
  ).toEqual([
    'title: First line',
    'list: - one two',
    'text: 漢(かん)字',
    'text: a = 1\n  b = 2',
    'title: Card',
    'text: Inside',
    'text: Fees',
    'table: Kind | Fee\nBag | 5',
  ]);
});

test('several rows of headers are one, and cells that span rows and columns lose nothing', async () => {
  expect(
    await read(`<table><thead><tr><th rowspan="2">Zone</th><th colspan="2">Price</th></tr><tr><th>May</th><th>June</th></tr></thead>
    <tr><td rowspan="2" colspan="2">North</td><td>140</td></tr><tr><td>150</td></tr><tr><td>South</td><td>90</td><td>95</td></tr></table>`),
  ).toEqual([
    'table: Zone | Price May | Price June\nNorth |  | 140\nNorth |  | 150\nSouth | 90 | 95',
  ]);
  expect(
    await read(
      '<table><tr><th>Only</th><th>headers</th></tr><tr><th>in</th><th>it</th></tr></table>',
    ),
  ).toEqual(['table: Only | headers\nin | it']);
});

test('a page without a body, or cut off in the middle, is read as far as it goes', async () => {
  expect(await read('<html><h1>One</h1><p>Two')).toEqual(['title: One', 'text: Two']);
  expect(
    await read('<html><head><title>T</title><body><p>Two<table><tr><td>a<td>b<tr><td>c'),
  ).toEqual(['text: Two', 'table: a | b\nc']);
});
