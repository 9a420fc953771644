import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { waitUntilReady } from '@/app/_cli/launcher/wait-until-ready';
import { freePort } from '@/lib/net/free-port';
import { askOnce } from './ask-once';
import { type IngestionFigures, measureIngestion } from './measure-ingestion';
import { percentile } from './percentile';

const questions = [
  'How long do I have to return something?',
  'What does express delivery cost?',
  '退货需要多长时间？',
  'When are you open on Saturdays?',
  'How long is the warranty?',
];

interface Figures {
  measure: string;
  count: number;
  p50ms: number;
  p95ms: number;
}

/** `npm run bench`: how fast a warm desk begins to answer, and how fast a built one is ready. */
async function main(): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-bench-'));
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), FRONTDESK_DATA_DIR: dataDir };
  const url = `http://127.0.0.1:${port}`;
  try {
    // The first start builds and seeds; the second is what people meet every day.
    await stop(await start(env, url));
    const startedAt = performance.now();
    const launcher = await start(env, url);
    const readyMs = performance.now() - startedAt;
    try {
      for (const question of questions) await askOnce(url, question);
      const ingestion = await measureIngestion(
        { url, env },
        questions[0] ?? '',
        process.argv.slice(2),
      );
      report(
        [
          {
            measure: 'launcher ready',
            count: 1,
            p50ms: Math.round(readyMs),
            p95ms: Math.round(readyMs),
          },
          await measure('first text, 1 user', url, 1, 40),
          await measure('first text, 16 users', url, 16, 160),
        ],
        ingestion,
      );
    } finally {
      await stop(launcher);
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function start(env: NodeJS.ProcessEnv, url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/_cli/start.ts'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await waitUntilReady(url, 600_000);
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Asks `count` questions, `users` at a time; each is a new conversation of a new guest. */
async function measure(name: string, url: string, users: number, count: number): Promise<Figures> {
  const times: number[] = [];
  let next = 0;
  const user = async () => {
    while (next < count) {
      const question = questions[next % questions.length] ?? '';
      next += 1;
      times.push(await askOnce(url, question));
    }
  };
  await Promise.all(Array.from({ length: users }, user));
  return { measure: name, count, p50ms: percentile(times, 50), p95ms: percentile(times, 95) };
}

function report(figures: Figures[], ingestion: IngestionFigures): void {
  const line = (name: string, text: string) => process.stdout.write(`${name.padEnd(30)}${text}\n`);
  for (const { measure: name, count, p50ms, p95ms } of figures) {
    line(name, [`p50 ${p50ms} ms`, `p95 ${p95ms} ms`, `n=${count}`].join('   '));
  }
  const { pagesPerSecond, timesPdftotext, longPdf, chatMeanwhile } = ingestion;
  line('PDFs, upload to ready', `${pagesPerSecond} pages/s`);
  line('  against pdftotext', timesPdftotext === null ? 'not installed' : `× ${timesPdftotext}`);
  line(`PDF of ${longPdf.pages} pages`, `${longPdf.seconds} s`);
  line('  peak memory', `worker ${longPdf.workerPeakMb} MB, reader ${longPdf.readerPeakMb} MB`);
  const { quietP50ms, busyP50ms, ratio } = chatMeanwhile;
  line('  first text meanwhile', `p50 ${busyP50ms} ms, × ${ratio} of ${quietP50ms} ms`);
  process.stdout.write(`${JSON.stringify({ cpus: os.cpus().length, figures, ingestion })}\n`);
}

await main();
