import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '@/lib/net/free-port';
import type { DocumentView } from '@/lib/shared/documents';
import { BrowserSession } from '@/tests/support/browser-session';
import { ChatClient, textOf } from '@/tests/support/chat-client';
import {
  type Launcher,
  launch,
  listProcessesOf,
  newDataDir,
  printedLink,
} from '@/tests/support/launcher';
import { makePdf } from '@/tests/support/make-pdf';
import { type ModelServer, startModelServer } from '@/tests/support/model-server';
import { testBuild } from '@/tests/support/test-build';
import { waitFor } from '@/tests/support/wait-for';

const pageCount = 80;
let model: ModelServer;

beforeAll(async () => {
  await testBuild();
  // The first answer never comes: the launcher is killed while the desk waits for it.
  model = await startModelServer((_request, index) =>
    index === 0 ? { isHanging: true } : { text: 'You have **30 days** [1].' },
  );
});
afterAll(() => model.close());

/** A long manual; the name alone tells two of them apart. */
function manual(name: string): Uint8Array {
  const page = (number: number) =>
    Array.from({ length: 40 }, (_, line) => ({
      text: `Part ${number}.${line}: turn the screw ${line} times, then wait for ${number} minutes.`,
      y: 740 - line * 17,
    }));
  return makePdf([
    [{ text: `Manual ${name}`, y: 740 }],
    ...Array.from({ length: pageCount }, (_, index) => page(index + 1)),
  ]);
}

async function upload(person: BrowserSession, name: string): Promise<string> {
  const body = new FormData();
  body.set('file', new Blob([Buffer.from(manual(name))]), `${name}.pdf`);
  body.set('visibility', 'public');
  const response = await person.fetch('/api/documents', { method: 'POST', body });
  expect(response.status).toBe(202);
  return ((await response.json()) as { id: string }).id;
}

async function read(person: BrowserSession, id: string): Promise<DocumentView> {
  return (await (await person.fetch(`/api/documents/${id}`)).json()) as DocumentView;
}

function untilReady(person: BrowserSession, id: string): Promise<DocumentView> {
  return waitFor(
    'the manual is ready',
    async () => {
      const view = await read(person, id);
      expect(view.error).toBeNull();
      return view.status === 'ready' && view;
    },
    60_000,
  );
}

test('a desk killed while it read a document and wrote an answer ends both as if nothing had been', async () => {
  const place = { dataDir: await newDataDir(), port: await freePort(), env: model.env };
  const start = async (): Promise<Launcher> => {
    const launcher = await launch(place);
    await launcher.untilOpen();
    return launcher;
  };
  const first = await start();
  const operator = new BrowserSession(first.url);
  await operator.open(await printedLink(first, 'operator'));
  const undisturbed = await untilReady(operator, await upload(operator, 'A'));
  const id = await upload(operator, 'B');
  await waitFor('it is being read', async () =>
    ['parsing', 'chunking', 'embedding'].includes((await read(operator, id)).status),
  );
  await first.kill('SIGKILL');

  const second = await start();
  const { chunks, pages } = await untilReady(operator, id);
  expect({ chunks, pages }).toEqual({ chunks: undisturbed.chunks, pages: pageCount + 1 });
  const guest = new ChatClient((path, init) => fetch(`${second.url}${path}`, init));
  await guest.send('How long do I have to return something?');
  await waitFor('the model is asked', () => model.requests.length > 0);
  await second.kill('SIGKILL');

  const third = await start();
  const { messages } = await waitFor('the answer', async () => {
    const conversation = await guest.reload();
    return conversation.turn === 'ended' && conversation;
  });
  expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant']);
  expect(textOf(messages[1])).toContain('30 days');

  expect(listProcessesOf(place.dataDir).length).toBeGreaterThan(2);
  expect(await third.kill('SIGINT')).toBe(0);
  expect(listProcessesOf(place.dataDir)).toEqual([]);
}, 240_000);
