import { afterEach, beforeEach, expect, test } from 'vitest';
import { RequestError } from '@/app/_ui/request-json';
import type { DocumentView } from '@/lib/shared/documents';
import { waitFor } from '@/tests/support/wait-for';
import type { NewUpload, Upload } from './upload';
import type { Received, SendOptions } from './upload-file';
import { UploadQueue } from './upload-queue';

/** A desk that takes files when the test says so. */
class Desk {
  sending: { name: string; options: SendOptions; answer: PromiseWithResolvers<Received> }[] = [];
  most = 0;
  asked = 0;
  busy: boolean[] = [];
  documents = new Map<string, Partial<DocumentView>>();

  queue = new UploadQueue({
    send: (file, options) => this.#take(file, options),
    find: async (id) => {
      this.asked += 1;
      const document = this.documents.get(id);
      return document ? viewOf(id, document) : null;
    },
    cancelReading: async (id) => this.#set(id, { status: 'failed', error: failure('cancelled') }),
    retryReading: async (id) => this.#set(id, { status: 'queued', error: null, progress: 0 }),
    onBusy: (isBusy) => this.busy.push(isBusy),
  });

  #take(file: File, options: SendOptions): Promise<Received> {
    const answer = Promise.withResolvers<Received>();
    this.sending.push({ name: file.name, options, answer });
    this.most = Math.max(this.most, this.sending.length);
    options.signal.addEventListener('abort', () => answer.reject(options.signal.reason));
    return answer.promise.finally(() => {
      this.sending = this.sending.filter((one) => one.answer !== answer);
    });
  }

  #set(id: string, changes: Partial<DocumentView>): DocumentView {
    this.documents.set(id, changes);
    return viewOf(id, changes);
  }

  /** The file arrives and is queued. */
  receive(name: string, isDuplicate = false): void {
    this.documents.set(name, { status: 'queued', progress: 0 });
    this.#sendingOf(name).answer.resolve({ id: name, isDuplicate });
  }

  refuse(name: string, fault: unknown): void {
    this.#sendingOf(name).answer.reject(fault);
  }

  #sendingOf(name: string) {
    const found = this.sending.find((one) => one.name === name);
    if (!found) throw new Error(`${name} is not being sent`);
    return found;
  }

  /** The document changes, and the page hears of it. */
  change(id: string, changes: Partial<DocumentView>): void {
    this.#set(id, changes);
    this.queue.touch([id]);
  }

  async until(what: string, isSo: (uploads: readonly Upload[]) => boolean): Promise<void> {
    // Before the first change is told there are none.
    await waitFor(what, () => this.queue.snapshot().length > 0 && isSo(this.queue.snapshot()));
  }

  keyOf(name: string): string {
    return this.queue.snapshot().find(({ path }) => path === name)?.key ?? '';
  }
}

const failure = (code: 'cancelled' | 'empty') => ({ code, message: `told: ${code}` });
const viewOf = (id: string, changes: Partial<DocumentView>) =>
  ({ id, status: 'queued', progress: 0, error: null, ...changes }) as DocumentView;
const fileOf = (name: string): NewUpload => ({
  file: new File(['x'], name),
  path: name,
  visibility: 'staff',
});
const isIn = (name: string, state: Upload['state']) => (uploads: readonly Upload[]) =>
  uploads.some((upload) => upload.path === name && upload.state === state);

let desk: Desk;
let stopListening: () => void;
beforeEach(() => {
  desk = new Desk();
  stopListening = desk.queue.subscribe(() => undefined);
});
afterEach(() => stopListening());

test('three files are sent at a time, and all of them in the end', async () => {
  const names = Array.from({ length: 8 }, (_, index) => `${index}.md`);
  desk.queue.add(names.map(fileOf));
  for (const name of names) {
    await waitFor(name, () => desk.sending.some((one) => one.name === name));
    desk.receive(name);
  }
  await desk.until('all are read', (all) => all.every(({ state }) => state === 'reading'));
  expect(desk.most).toBe(3);
  expect(desk.busy).toEqual([true, false]);
});

test('a file is followed from the first byte to the document that answers', async () => {
  desk.queue.add([fileOf('a.md')]);
  desk.sending[0]?.options.onProgress(0.4);
  await desk.until('sent in part', (all) => all[0]?.fraction === 0.4);
  desk.receive('a.md');
  await desk.until('being read', isIn('a.md', 'reading'));
  desk.change('a.md', { status: 'chunking', progress: 0.7 });
  await desk.until('read in part', (all) => all[0]?.fraction === 0.7);
  desk.change('a.md', { status: 'ready' });
  await desk.until('ready', isIn('a.md', 'ready'));
});

test('what a person is told of a refusal is the reason, and another try sends it again', async () => {
  desk.queue.add([fileOf('a.md')]);
  desk.refuse('a.md', new RequestError(507, 'storage_full', 'The disk is full.'));
  await desk.until('failed', isIn('a.md', 'failed'));
  expect(desk.queue.snapshot()[0]?.fault).toMatchObject({ message: 'The disk is full.' });
  await desk.queue.retry(desk.keyOf('a.md'));
  desk.receive('a.md');
  await desk.until('being read', isIn('a.md', 'reading'));
});

test('a document that could not be read is read again without being sent again', async () => {
  desk.queue.add([fileOf('a.md')]);
  desk.receive('a.md');
  await desk.until('being read', isIn('a.md', 'reading'));
  desk.change('a.md', { status: 'failed', error: failure('empty') });
  await desk.until('failed', isIn('a.md', 'failed'));
  await desk.queue.retryAll();
  await desk.until('being read again', isIn('a.md', 'reading'));
  expect(desk.sending).toEqual([]);
});

test('a file is cancelled before, while and after it is sent', async () => {
  desk.queue.add(['a', 'b', 'c', 'd'].map(fileOf));
  desk.receive('a');
  await desk.until('a is read', isIn('a', 'reading'));
  for (const name of ['a', 'b']) await desk.queue.cancel(desk.keyOf(name));
  await desk.queue.cancelRest();
  await desk.until('all cancelled', (all) => all.every(({ state }) => state === 'cancelled'));
  expect(desk.documents.get('a')?.error?.code).toBe('cancelled');
  expect(desk.busy.at(-1)).toBe(false);
});

test('a lost connection costs no file: it is sent again when the desk is back', async () => {
  desk.queue.add([fileOf('a.md')]);
  desk.refuse('a.md', new TypeError('the server was not reached'));
  await desk.until('waiting', isIn('a.md', 'waiting'));
  expect(desk.queue.isPaused).toBe(true);
  desk.queue.resume();
  await waitFor('sent again', () => desk.sending.length === 1);
  desk.receive('a.md');
  await desk.until('being read', isIn('a.md', 'reading'));
});

test('what was here already is told as such and not waited for', async () => {
  desk.queue.add([fileOf('a.md')]);
  desk.receive('a.md', true);
  await desk.until('told', isIn('a.md', 'duplicate'));
  expect(desk.asked).toBe(0);
});

test('a file that is too large is not sent, and cannot be tried again', async () => {
  desk.queue.add([{ ...fileOf('a.md'), refusal: 'Too large.' }]);
  await desk.until('failed', isIn('a.md', 'failed'));
  await desk.queue.retryAll();
  expect(desk.sending).toEqual([]);
});

test('the next files begin a new count, and keep only what failed before', async () => {
  desk.queue.add([fileOf('a.md'), { ...fileOf('b.md'), refusal: 'Too large.' }]);
  desk.receive('a.md');
  await desk.until('being read', isIn('a.md', 'reading'));
  desk.change('a.md', { status: 'ready' });
  await desk.until('ready', isIn('a.md', 'ready'));
  desk.queue.add([fileOf('c.md')]);
  await desk.until('c is sent', isIn('c.md', 'uploading'));
  expect(desk.queue.snapshot().map(({ path }) => path)).toEqual(['b.md', 'c.md']);
});
