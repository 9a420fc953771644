import { MantineProvider } from '@mantine/core';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { catalogs } from '@/lib/i18n/catalog';
import { DocumentField } from './document-field';
import { fromFile, fromText, noDocument, type TypedDocument } from './typed-document';

const shown = (value: TypedDocument) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={catalogs.en} timeZone="UTC">
      <MantineProvider>
        <DocumentField value={value} onChange={() => undefined} />
      </MantineProvider>
    </NextIntlClientProvider>,
  );

test('another file is offered only to whoever has chosen one', async () => {
  const text = 'x'.repeat(70_000);
  expect(shown(noDocument)).toContain('Choose a file');
  expect(shown(fromText('openapi: 3.1.0', 'Pasted document'))).toContain('Choose a file');
  expect(shown(fromText(text, 'Pasted document'))).toContain('Choose a file');
  expect(shown(await fromFile(new File([text], 'api.json')))).toContain('Choose another file');
});
