import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTurn } from '@/agents/run-turn';
import { conversations } from '@/drizzle/schema/conversations';
import { changeDocument } from '@/knowledge/documents/change-document';
import { deleteDocument } from '@/knowledge/documents/delete-document';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { findSummary } from '@/lib/db/conversations/conversation-summaries';
import { newId } from '@/lib/ids';
import { readTranscript } from '@/lib/operations/read-transcript';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { makeConversation, saySomething } from '@/tests/support/make-case';
import { type ModelServer, type Script, startModelServer } from '@/tests/support/model-server';
import { admin } from '@/tests/support/principals';
import { waitFor } from '@/tests/support/wait-for';

let model: ModelServer;
let script: Script;
let documentId: string;

const summed = 'The guest is Ana; her ferry leaves at noon.';
const isSummary = ({ messages }: Parameters<Script>[0]) =>
  JSON.stringify(messages[0]).includes('Sum up the beginning');

beforeAll(async () => {
  model = await startModelServer((request, index) => script(request, index));
  Object.assign(process.env, model.env);
  documentId = await addIndexedDocument({
    title: 'Ferries',
    texts: ['A ticket for the ferry costs 12 crowns.'],
  });
});
afterAll(() => model.close());

/** A guest who has written so much already that the next answer has it summed up. */
async function longConversation(): Promise<{ id: string; guest: Principal }> {
  const id = await makeConversation('I am Ana, and my ferry leaves at noon.');
  for (let n = 2; n <= 30; n += 1) await saySomething(id, `Remark number ${n}`);
  const [row] = await db().select().from(conversations).where(eq(conversations.id, id));
  return { id, guest: { kind: 'guest', id: row?.participantId ?? '', locale: 'en' } as Principal };
}

async function ask(principal: Principal, conversationId: string) {
  const message = { id: newId(), text: 'What does a ticket for the ferry cost?' };
  return await (await startTurn({ principal, conversationId, message })).result;
}

const summaryOf = (conversationId: string) =>
  waitFor('the summary', () => findSummary(conversationId));

const lastQuestion = () => JSON.stringify(model.requests.findLast((each) => !isSummary(each)));

test('the beginning of a long conversation is summed up once it has been answered, and told on', async () => {
  script = (request) => ({ text: isSummary(request) ? summed : 'It costs 12 crowns [1].' });
  const { id, guest } = await longConversation();
  await ask(guest, id);
  expect(lastQuestion()).toContain('I am Ana');
  expect(await summaryOf(id)).toMatchObject({ text: summed, madeBy: 'openai:scripted' });

  await ask(guest, id);
  expect(lastQuestion()).toContain(`<before>${summed}</before>`);
  expect(lastQuestion()).not.toContain('I am Ana');
  expect(lastQuestion()).toContain('Remark number 30');
  expect((await readTranscript(admin, id)).summary?.text).toBe(summed);
});

test('without a model that can sum up, the person is quoted', async () => {
  script = (request) =>
    isSummary(request) ? { status: 400 } : { text: 'It costs 12 crowns [1].' };
  const { id, guest } = await longConversation();
  await ask(guest, id);
  const kept = await summaryOf(id);
  expect(kept?.madeBy).toBe('builtin');
  expect(kept?.text).toMatch(/^“I am Ana, and my ferry leaves at noon\.” · “Remark number 2”/);
});

/** A conversation with a summary that tells of an answer from the document. */
async function summedUpAnswer() {
  script = (request) => ({ text: isSummary(request) ? summed : 'It costs 12 crowns [1].' });
  const talk = await longConversation();
  await ask(talk.guest, talk.id);
  for (let n = 1; n <= 30; n += 1) await saySomething(talk.id, `Further remark ${n}`);
  await ask(talk.guest, talk.id);
  await waitFor('a summary of the answer', async () => {
    return (await findSummary(talk.id))?.citedDocumentIds.length === 1;
  });
  return talk;
}

test('what a summary says is told to nobody who may not read what it stands on', async () => {
  const { id, guest } = await summedUpAnswer();
  await changeDocument(admin, documentId, { visibility: 'staff' });
  await ask(guest, id);
  expect(lastQuestion()).not.toContain(summed);
  await changeDocument(admin, documentId, { visibility: 'public' });
});

test('a summary goes with a document that it tells of', async () => {
  const { id } = await summedUpAnswer();
  await deleteDocument(admin, documentId);
  expect(await findSummary(id)).toBeNull();
});
