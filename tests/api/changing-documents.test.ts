import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeDocument } from '@/knowledge/documents/change-document';
import { deleteDocument } from '@/knowledge/documents/delete-document';
import { uploadDocument } from '@/knowledge/documents/upload-document';
import { ingestVersion } from '@/knowledge/ingest/ingest-version';
import { closeQueue } from '@/lib/queue';
import { dataOf, textOf } from '@/tests/support/chat-client';
import { asGuest } from '@/tests/support/desk-people';
import { type DeskServer, serveDesk } from '@/tests/support/desk-server';
import { admin } from '@/tests/support/principals';
import { waitFor } from '@/tests/support/wait-for';

/** What the document says to guests, from when somebody began to make it so, and from when it was. */
interface State {
  begunAt: number;
  doneAt: number;
  toll: string | null;
}

const question = 'How much is the toll of the lagoon bridge?';
const states: State[] = [];
let desk: DeskServer;
let documentId: string;

beforeAll(async () => {
  desk = await serveDesk();
});
afterAll(async () => {
  await desk.close();
  await closeQueue();
});

async function make(toll: string | null, change: () => Promise<void>): Promise<void> {
  const begunAt = performance.now();
  await change();
  states.push({ begunAt, doneAt: performance.now(), toll });
}

async function say(toll: string, replaces?: string): Promise<void> {
  await make(toll, async () => {
    const { id, versionId } = await uploadDocument({
      principal: null,
      stream: Readable.from([`The toll of the lagoon bridge is ${toll} crowns.`]),
      filename: 'toll.txt',
      visibility: 'public',
      replaces,
    });
    await ingestVersion(versionId);
    documentId = id;
  });
}

const show = (visibility: 'public' | 'staff', toll: string | null) =>
  make(toll, async () => {
    await changeDocument(admin, documentId, { visibility });
  });

/** One round of all that can happen to a document. */
async function changeAll(round: number): Promise<void> {
  await say(`${round}1`, documentId);
  await show('staff', null);
  await show('public', `${round}1`);
  await say(`${round}2`, documentId);
  await make(null, async () => {
    await deleteDocument(admin, documentId);
  });
  await say(`${round}3`);
}

interface Answer {
  begunAt: number;
  endedAt: number;
  text: string;
  quotes: string[];
}

async function askOnce(): Promise<Answer> {
  const begunAt = performance.now();
  const answer = await asGuest(desk.url).chat().ask(question);
  const quotes = dataOf(answer, 'citations').flatMap(({ items }) =>
    items.map(({ quote }) => quote),
  );
  return { begunAt, endedAt: performance.now(), text: textOf(answer), quotes };
}

/** What a guest may have been told between these moments: what held then, or was being made so. */
function tollsBetween({ begunAt, endedAt }: Answer): (string | null)[] {
  return states
    .filter(
      (state, at) => state.begunAt <= endedAt && (states[at + 1]?.doneAt ?? Infinity) >= begunAt,
    )
    .map(({ toll }) => toll);
}

const tollIn = (text: string) => /\b(\d+) crowns/.exec(text)?.[1] ?? null;

test('while a document is hidden, deleted and made anew, no answer of eight guests cites what was before', async () => {
  await say('100');
  let isOver = false;
  const answers: Answer[] = [];
  const guests = Array.from({ length: 8 }, async () => {
    while (!isOver) answers.push(await askOnce());
  });
  const changes = (async () => {
    for (let round = 2; round < 4; round += 1) {
      await changeAll(round);
      const told = answers.length;
      await waitFor('the guests have asked again', () => answers.length >= told + 4);
    }
  })().finally(() => {
    isOver = true;
  });
  await Promise.all([changes, ...guests]);

  const stale = answers.filter((answer) => {
    const allowed = tollsBetween(answer);
    return [answer.text, ...answer.quotes].some((text) => {
      const toll = tollIn(text);
      return toll !== null && !allowed.includes(toll);
    });
  });
  expect(stale).toEqual([]);
  const told = new Set(answers.map(({ text }) => tollIn(text)));
  expect(told.size).toBeGreaterThan(3);
  expect((await askOnce()).quotes[0]).toContain('33 crowns');
});
