import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { chunks } from '@/drizzle/schema/knowledge';
import { db } from '@/lib/db/client';
import { closeQueue } from '@/lib/queue';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { admin, guest } from '@/tests/support/principals';
import { changeChunk } from './change-chunk';
import { openCitation } from './open-citation';

afterAll(closeQueue);

test('a passage that a person switched off does not stand beside a cited one', async () => {
  const texts = ['The gate is blue.', 'The door code is 4711.', 'The bell is loud.'];
  const id = await addIndexedDocument({ texts });
  const rows = await db().select().from(chunks).where(eq(chunks.documentId, id));
  const idOf = (text = '') => rows.find((row) => row.text === text)?.id ?? '';
  expect(await openCitation(guest, { chunkId: idOf(texts[0]) })).toMatchObject({ after: texts[1] });
  await changeChunk(admin, id, idOf(texts[1]), { isDisabled: true });
  expect(await openCitation(guest, { chunkId: idOf(texts[0]) })).toMatchObject({
    before: '',
    after: '',
  });
  expect(await openCitation(guest, { chunkId: idOf(texts[2]) })).toMatchObject({
    before: '',
    after: '',
  });
});
