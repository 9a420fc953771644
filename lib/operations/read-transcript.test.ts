import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { conversations, steps, turns } from '@/drizzle/schema/conversations';
import { deleteDocument } from '@/knowledge/documents/delete-document';
import { db } from '@/lib/db/client';
import { listTranscripts } from '@/lib/db/conversations/transcripts';
import { pageCursorSchema } from '@/lib/db/page-cursor';
import { newId } from '@/lib/ids';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { makeConversation, saySomething } from '@/tests/support/make-case';
import { admin } from '@/tests/support/principals';
import { readTranscript } from './read-transcript';

async function makeTurn(conversationId: string, userMessageId: string): Promise<string> {
  const id = newId();
  await db().insert(turns).values({
    id,
    conversationId,
    userMessageId,
    answerId: newId(),
    state: 'completed',
    processKey: 1,
  });
  const detail = { to: 'support', by: 'classifier', confidence: 0.9, task: 't', reason: 'r' };
  await db().insert(steps).values({
    turnId: id,
    seq: 0,
    kind: 'route',
    name: 'supervisor',
    detail,
    startedAt: new Date(),
    durationMs: 3,
  });
  return id;
}

test('a message of a transcript comes with the turn it began and its steps', async () => {
  const id = await makeConversation();
  const before = await readTranscript(admin, id);
  const messageId = before.entries[0]?.message.id ?? '';
  const turnId = await makeTurn(id, messageId);

  const { entries } = await readTranscript(admin, id);
  expect(entries).toMatchObject([
    { message: { id: messageId }, turn: { id: turnId, steps: [{ kind: 'route' }] } },
  ]);
});

test('a long transcript is read in pages that meet without gap or overlap', async () => {
  const id = await makeConversation();
  for (let n = 2; n <= 60; n += 1) await saySomething(id, `Message ${n}`);
  const latest = await readTranscript(admin, id);
  expect(latest.earlierBefore).toBe(11);
  const earlier = await readTranscript(admin, id, latest.earlierBefore);
  expect(earlier.entries).toHaveLength(10);
  expect(earlier.earlierBefore).toBeUndefined();

  const edge = earlier.entries.at(-1)?.message.id ?? '';
  const turnId = await makeTurn(id, edge);
  await db()
    .update(turns)
    .set({ startedAt: new Date(earlier.entries.at(-1)?.message.metadata?.createdAt ?? '') })
    .where(eq(turns.id, turnId));
  const again = await readTranscript(admin, id, latest.earlierBefore);
  expect(again.entries.at(-1)?.turn?.id).toBe(turnId);
});

test('what specialists told each other is withheld from who may not read what they had found', async () => {
  const id = await makeConversation();
  const before = await readTranscript(admin, id);
  const turnId = await makeTurn(id, before.entries[0]?.message.id ?? '');
  const documentId = await addIndexedDocument({ texts: ['The band is 5.'], visibility: 'staff' });
  const hit = { chunkId: 'c', documentId, page: 1, score: 1 };
  const found = { query: 'q', confidence: 1, isAnswered: true, hits: [hit] };
  const told = { to: 'finance', task: 'Band 5?', reason: 'Band 5', facts: { band: '5' } };
  const kinds = [
    { kind: 'retrieval', name: 'search', detail: found },
    { kind: 'tool', name: 'hand_over', detail: { args: told, isError: false, result: '{}' } },
    {
      kind: 'handoff',
      name: 'finance',
      detail: { ...told, from: 'support', urgency: 'normal', isLoop: false },
    },
  ] as const;
  for (const [index, step] of kinds.entries()) {
    await db()
      .insert(steps)
      .values({ ...step, turnId, seq: index + 1, startedAt: new Date(), durationMs: 1 });
  }
  const tell = async () => JSON.stringify((await readTranscript(admin, id)).entries[0]?.turn);
  expect(await tell()).toContain('Band 5?');
  await deleteDocument(admin, documentId);
  expect(await tell()).not.toMatch(/band/i);
});

test('the list of transcripts is paged by latest activity and filtered', async () => {
  await db().delete(conversations);
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.unshift(await makeConversation(`Parcel ${n} is 50% late`));

  const first = await listTranscripts({}, 3);
  const second = await listTranscripts({}, 3, pageCursorSchema.parse(first.next));
  const shown = [...first.rows, ...second.rows].map(({ conversation }) => conversation.id);
  expect(shown).toEqual(ids);
  expect(second.next).toBeNull();

  const found = await listTranscripts({ text: 'parcel 3 is 50%' }, 3);
  expect(found.rows.map(({ conversation }) => conversation.id)).toEqual([ids[1]]);
  expect((await listTranscripts({ text: '_arcel' }, 3)).rows).toEqual([]);
  expect((await listTranscripts({ state: 'failed' }, 3)).rows).toEqual([]);
});

test('a transcript that does not exist is not found', async () => {
  await expect(readTranscript(admin, 'nowhere')).rejects.toMatchObject({ code: 'not_found' });
});
