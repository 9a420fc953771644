import { expect, test } from 'vitest';
import { tableHtml } from './table-html';

test('a table is HTML with its first row as header, and nothing in a cell becomes markup', () => {
  expect(
    tableHtml([
      ['Item', 'Price'],
      ['<b>Bag</b> & "belt"', '30'],
    ]),
  ).toBe(
    '<table><thead><tr><th>Item</th><th>Price</th></tr></thead><tbody><tr><td>&lt;b&gt;Bag&lt;/b&gt; &amp; &quot;belt&quot;</td><td>30</td></tr></tbody></table>',
  );
});
