import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { closeQueue } from '@/lib/queue';
import { admin, guest } from '@/tests/support/principals';
import { ingestVersion } from '../ingest/ingest-version';
import { readText } from './read-text';
import { uploadDocument } from './upload-document';

async function ingest(content: string, filename: string, replaces?: string) {
  const stream = Readable.from([Buffer.from(content)]);
  const upload = { principal: admin, stream, filename, visibility: 'staff', replaces } as const;
  const { id, versionId } = await uploadDocument(upload);
  await ingestVersion(versionId);
  return id;
}

const textsOf = ({ elements }: Awaited<ReturnType<typeof readText>>) =>
  elements.map(({ text }) => text);

afterAll(closeQueue);

test('a long text is read part by part, and each part says where the next begins', async () => {
  const id = await ingest('# Tides\n\nHigh at six.\n\nLow at noon.\n\nHigh at seven.', 'tides.md');
  const first = await readText(admin, id, { limit: 2 });
  expect(textsOf(first)).toEqual(['Tides', 'High at six.']);
  const second = await readText(admin, id, { from: first.next ?? 0, limit: 2 });
  expect(textsOf(second)).toEqual(['Low at noon.', 'High at seven.']);
  expect(second.next).toBeNull();
  expect(textsOf(await readText(admin, id, {}))).toHaveLength(4);
});

test('what a document hides is told apart, and counts where a part begins', async () => {
  const page = '<p>Shown first.</p><p style="display:none">Kept back.</p><p>Shown last.</p>';
  const id = await ingest(`<!doctype html><title>Notes</title>${page}`, 'notes.html');
  const all = await readText(admin, id, {});
  expect(textsOf(all)).toEqual(['Notes', 'Shown first.', 'Shown last.']);
  expect(all.hidden).toMatchObject([{ text: 'Kept back.', hidden: 'hidden-text' }]);
  const rest = await readText(admin, id, { from: 3, limit: 10 });
  expect(textsOf(rest)).toEqual(['Shown last.']);
  expect(rest.hidden).toEqual([]);
});

test('the version that answers is told; to strangers nothing is', async () => {
  const id = await ingest('The pier opens in May.', 'pier.txt');
  await ingest('The pier opens in June.', 'pier.txt', id);
  expect(textsOf(await readText(admin, id, {}))).toEqual(['The pier opens in June.']);
  await expect(readText(admin, id, { version: 3 })).rejects.toMatchObject({ code: 'not_found' });
  await expect(readText(guest, id, {})).rejects.toMatchObject({ code: 'not_found' });
});
