import { expect, test } from 'vitest';
import { makeEpub, makePackage } from '@/tests/support/make-package';
import { toldElements } from '@/tests/support/told-elements';
import { parseDocument } from './parse-document';

const parse = (file: Uint8Array) => parseDocument(file, 'book', { onPage: () => undefined });

test('an e-book is read in the order of its chapters', async () => {
  const { format, title, elements } = await parse(
    makeEpub('The inn', [
      '<h1><a id="one"/>One</h1><p>The door<br/>was open.</p><script src="a.js"/>',
      '<h1>Two</h1><ul><li>Bread</li></ul><p style="display:none">unseen</p>',
    ]),
  );
  expect({ format, title }).toEqual({ format: 'epub', title: 'The inn' });
  expect(toldElements(elements)).toEqual([
    'title: One',
    'text: The door was open.',
    'title: Two',
    'list: - Bread',
    '(hidden-text) text: unseen',
  ]);
});

test('what the style sheets of a book hide is kept apart', async () => {
  const file = makePackage('application/epub+zip', {
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OPS/b.opf"/></rootfiles></container>',
    'OPS/b.opf':
      '<package><manifest><item id="c" href="text/c.xhtml#top"/></manifest><spine><itemref idref="c"/></spine></package>',
    'OPS/text/c.xhtml':
      '<html><head><link rel="stylesheet" href="../css/a.css"/></head><body><p>Seen.</p><p class="dark">x9</p></body></html>',
    'OPS/css/a.css': '.dark { display: none }',
  });
  expect(toldElements((await parse(file)).elements)).toEqual([
    'text: Seen.',
    '(hidden-text) text: x9',
  ]);
});

test('a book with rights management asks for its password, one without chapters is damaged', async () => {
  const encryption =
    '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>';
  const type = 'application/epub+zip';
  const locked = makePackage(type, { 'META-INF/encryption.xml': encryption });
  await expect(parse(locked)).rejects.toMatchObject({ failure: 'password_protected' });
  await expect(parse(makePackage(type, {}))).rejects.toMatchObject({ failure: 'damaged' });
});
