import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { typescript } from '@/lib/runtime/typescript';
import { type DocumentView, documentViewSchema } from '@/lib/shared/documents';
import { makePdf } from '@/tests/support/make-pdf';
import { askOnce } from './ask-once';
import { percentile } from './percentile';
import { peakMb } from './process-memory';

const run = promisify(execFile);

/** A running desk, as the measurements ask it. */
export interface BenchDesk {
  url: string;
  env: NodeJS.ProcessEnv;
}

const keySchema = z.object({ key: z.string() });
const receivedSchema = z.object({ id: z.string() });

/** An API key that may upload, from the command line. */
async function createKey(env: NodeJS.ProcessEnv): Promise<string> {
  const args = ['keys', 'create', '--email', 'operator@demo.test', '--name', 'bench', '--json'];
  const command = [...typescript, 'app/_cli/frontdesk.ts', ...args];
  const { stdout } = await run(process.execPath, command, { env });
  return keySchema.parse(JSON.parse(stdout)).key;
}

function page(number: number) {
  return Array.from({ length: 45 }, (_, line) => ({
    text: `Clause ${number}.${line}: the person at the desk writes down who came, when, and why.`,
    y: 750 - line * 15,
  }));
}

/** A PDF of text, as long as is asked for; the name tells two of them apart. */
function textPdf(name: string, pages: number): Uint8Array {
  const rest = Array.from({ length: pages - 1 }, (_, index) => page(index + 2));
  return makePdf([[{ text: `Rules ${name}`, y: 750, size: 18 }], ...rest]);
}

/** The files that are read: made ones, or the PDFs among those named. */
async function pdfFiles(given: string[]): Promise<string[]> {
  if (given.length > 0) return given;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-bench-pdf-'));
  return Promise.all(
    Array.from({ length: 10 }, async (_, n) => {
      const file = path.join(folder, `rules-${n}.pdf`);
      await writeFile(file, textPdf(String(n), 40));
      return file;
    }),
  );
}

class Uploader {
  private readonly url: string;
  private readonly key: string;

  constructor(url: string, key: string) {
    this.url = url;
    this.key = key;
  }

  async upload(filename: string, content: Uint8Array): Promise<string> {
    const body = new FormData();
    body.set('file', new Blob([Buffer.from(content)]), filename);
    body.set('visibility', 'staff');
    const response = await this.ask('/api/documents', { method: 'POST', body });
    return receivedSchema.parse(await response.json()).id;
  }

  async untilEnded(id: string): Promise<DocumentView> {
    for (;;) {
      const view = documentViewSchema.parse(await (await this.ask(`/api/documents/${id}`)).json());
      if (view.status === 'ready' || view.status === 'failed') return view;
      await setTimeout(50);
    }
  }

  private ask(where: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${where}`, {
      ...init,
      headers: { authorization: `Bearer ${this.key}` },
    });
  }
}

export interface IngestionFigures {
  pagesPerSecond: number;
  /** How many times as long as `pdftotext` takes for the same files; null where that is not installed. */
  timesPdftotext: number | null;
  longPdf: { pages: number; seconds: number; workerPeakMb: number; readerPeakMb: number };
  /** First text of an answer while the long PDF is read, as a multiple of the quiet time. */
  chatMeanwhile: { quietP50ms: number; busyP50ms: number; ratio: number };
}

/**
 * Measures reading: pages in a second from upload to ready, a long PDF, and what chat feels of it.
 * @param given PDFs to be read in the place of made ones; the longest serves as the long one
 */
export async function measureIngestion(
  { url, env }: BenchDesk,
  question: string,
  given: string[] = [],
): Promise<IngestionFigures> {
  const uploader = new Uploader(url, await createKey(env));
  const files = await pdfFiles(given);
  // Starting the processes that read takes a second or two, once.
  for (const name of ['warm', 'warmer']) {
    await uploader.untilEnded(await uploader.upload(`${name}.pdf`, textPdf(name, 5)));
  }
  const startedAt = performance.now();
  const ids: string[] = [];
  for (const file of files) {
    ids.push(await uploader.upload(path.basename(file), await readFile(file)));
  }
  // One after the other: asking for all at once would be a load of its own.
  const views: DocumentView[] = [];
  for (const id of ids) views.push(await uploader.untilEnded(id));
  const seconds = (performance.now() - startedAt) / 1000;
  const pages = views.reduce((sum, view) => sum + (view.pages ?? 0), 0);
  const plain = timePdftotext(files);
  const ratio = plain === null ? null : round(seconds / plain);
  const long = await measureLong({ url, env }, uploader, question);
  return { pagesPerSecond: Math.round(pages / seconds), timesPdftotext: ratio, ...long };
}

async function measureLong({ url, env }: BenchDesk, uploader: Uploader, question: string) {
  const quiet = await askMany(url, question, 20);
  const startedAt = performance.now();
  const id = await uploader.upload('long.pdf', textPdf('long', 400));
  const reading = uploader.untilEnded(id);
  let isRead = false;
  const done = reading.then((view) => {
    isRead = true;
    return { view, seconds: (performance.now() - startedAt) / 1000 };
  });
  const busy: number[] = [];
  while (!isRead) busy.push(await askOnce(url, question));
  const { view, seconds } = await done;
  const folder = env.FRONTDESK_DATA_DIR ?? '';
  const [quietP50ms, busyP50ms] = [percentile(quiet, 50), percentile(busy, 50)];
  return {
    longPdf: {
      pages: view.pages ?? 0,
      seconds: round(seconds),
      workerPeakMb: peakMb('app/_jobs/main.ts', folder),
      readerPeakMb: peakMb('parse-child', folder),
    },
    chatMeanwhile: { quietP50ms, busyP50ms, ratio: round(busyP50ms / quietP50ms) },
  };
}

async function askMany(url: string, question: string, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) times.push(await askOnce(url, question));
  return times;
}

/** Seconds that poppler's pdftotext takes for the same files, one after the other. */
function timePdftotext(files: string[]): number | null {
  const startedAt = performance.now();
  for (const file of files) {
    const { error } = spawnSync('pdftotext', ['-layout', file, '-'], { stdio: 'ignore' });
    if (error) return null;
  }
  return (performance.now() - startedAt) / 1000;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
