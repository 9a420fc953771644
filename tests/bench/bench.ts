import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { waitUntilReady } from '@/app/_cli/launcher/wait-until-ready';
import { freePort } from '@/lib/net/free-port';
import { typescript } from '@/lib/runtime/typescript';
import { askOnce } from './ask-once';
import { type IndexFigures, measureIndex } from './measure-index';
import { type IngestionFigures, measureIngestion } from './measure-ingestion';
import { measureTools, type ToolFigures } from './measure-tools';
import { measureTurns, type TurnFigures } from './measure-turns';
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

interface DeskFigures {
  figures: Figures[];
  ingestion: IngestionFigures;
}

/** `npm run bench`: all of it, or with `-- --only desk`, `index`, `tools` or `turns` a part. */
async function main(): Promise<void> {
  const options = { only: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const only = z.enum(['desk', 'index', 'tools', 'turns']).optional().parse(values.only);
  const isMeant = (part: string) => only === undefined || only === part;
  const desk = isMeant('desk') ? await measureDesk(positionals) : undefined;
  const index = isMeant('index') ? await measureIndex() : undefined;
  const tools = isMeant('tools') ? await measureTools() : undefined;
  const turns = isMeant('turns') ? await measureTurnsOfDesk() : undefined;
  if (desk) reportDesk(desk);
  for (const figures of index ?? []) reportIndex(figures);
  if (tools) reportTools(tools);
  if (turns) reportTurns(turns);
  const all = { cpus: os.cpus().length, ...desk, index, tools, turns };
  process.stdout.write(`${JSON.stringify(all)}\n`);
}

/** How fast a warm desk begins to answer, a built one is ready, and documents are read. */
async function measureDesk(pdfs: string[]): Promise<DeskFigures> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-bench-'));
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), FRONTDESK_DATA_DIR: dataDir };
  const url = `http://127.0.0.1:${port}`;
  try {
    // The first start builds and seeds; the second is what people meet every day.
    await stop(await start(env, url));
    const startedAt = performance.now();
    const launcher = await start(env, url);
    const ready = Math.round(performance.now() - startedAt);
    try {
      for (const question of questions) await askOnce(url, question);
      const ingestion = await measureIngestion({ url, env }, questions[0] ?? '', pdfs);
      const figures = [
        { measure: 'launcher ready', count: 1, p50ms: ready, p95ms: ready },
        await measure('first text, 1 user', url, 1, 40),
        await measure('first text, 16 users', url, 16, 160),
      ];
      return { figures, ingestion };
    } finally {
      await stop(launcher);
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What a turn costs on a desk of its own, whose model is scripted. */
async function measureTurnsOfDesk(): Promise<TurnFigures> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-bench-'));
  let launcher: ChildProcess | undefined;
  try {
    return await measureTurns(async (given) => {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const own = { PORT: String(port), FRONTDESK_DATA_DIR: dataDir };
      launcher = await start({ ...process.env, ...given, ...own }, url);
      return { url, dataDir };
    });
  } finally {
    if (launcher) await stop(launcher);
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function start(env: NodeJS.ProcessEnv, url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...typescript, 'app/_cli/start.ts'], {
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

const line = (name: string, text: string) => process.stdout.write(`${name.padEnd(30)}${text}\n`);

function reportDesk({ figures, ingestion }: DeskFigures): void {
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
}

function reportIndex(figures: IndexFigures): void {
  const { chunks, loadMs, memory, stalls, bare, roundTrip } = figures;
  const times = ({ p50ms, p95ms }: { p50ms: number; p95ms: number }) =>
    `p50 ${p50ms} ms   p95 ${p95ms} ms`;
  line(`index of ${chunks} chunks`, `first search after ${loadMs} ms`);
  const added = `${memory.loadedMb - memory.beforeMb} MB, at most ${memory.peakMb - memory.beforeMb} MB`;
  line('  memory added', `${added} to ${memory.beforeMb} MB`);
  line('  hybrid search', times(figures.hybrid));
  line('  search by words', times(figures.lexical));
  line('  change, then search', times(figures.afterChange));
  line('  longest stall', `${stalls.longestMs} ms, of own work ${stalls.ownMs} ms`);
  line('    when idle', `${stalls.idleMs} ms`);
  line('  bare loop of products', times(bare));
  line('  select 1', times(roundTrip));
}

function reportTools({ bare, operation, tool }: ToolFigures): void {
  const over = (p50ms: number) => `${(p50ms - bare.p50ms).toFixed(1)} ms over the bare call`;
  line('bare call of the API', `p50 ${bare.p50ms} ms   p95 ${bare.p95ms} ms`);
  line('  as an operation', `p50 ${operation.p50ms} ms, ${over(operation.p50ms)}`);
  line('  as a tool', `p50 ${tool.p50ms} ms, ${over(tool.p50ms)}`);
}

function reportTurns({ levels, modelCallsPerTurn, realistic, withTool }: TurnFigures): void {
  for (const figures of levels) {
    const { users, turnsPerSecond, webCpuMs, databaseCpuMs, firstTextMs, addedMs } = figures;
    line(`turns, ${users} at once`, `${turnsPerSecond}/s   errors ${figures.errors}`);
    line('  processor time', `web ${webCpuMs} ms, database ${databaseCpuMs} ms`);
    line('  first text', `p50 ${firstTextMs.p50} ms, ${addedMs} ms over the model's`);
    line('  memory', `${figures.memoryMb} MB`);
  }
  line('calls of the model per turn', String(modelCallsPerTurn));
  for (const { users, turnsPerSecond, errors, ofPlain } of withTool) {
    line(`turns with a tool, ${users} at once`, `${turnsPerSecond}/s   errors ${errors}`);
    line('  against turns without', `× ${ofPlain}`);
  }
  line('first text, realistic model', `p50 ${realistic.firstTextMs.p50} ms`);
}

await main();
