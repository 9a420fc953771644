import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { typescript } from '@/lib/runtime/typescript';
import { percentile } from './percentile';
import { cpuMsOf, findProcess, memoryMbOf } from './process-cpu';
import { deskTarget, load, modelTarget } from './turn-load';

/** A desk that is started on a data directory, with more in its environment. */
export type StartDesk = (env: Record<string, string>) => Promise<{ url: string; dataDir: string }>;

/** What turns cost with so many people at once. */
interface LevelFigures {
  users: number;
  turns: number;
  errors: number;
  turnsPerSecond: number;
  /** Milliseconds of processor time for each turn: of the web process, and of PostgreSQL. */
  webCpuMs: number;
  databaseCpuMs: number;
  firstTextMs: { p50: number; p95: number };
  /** How much longer the first text takes than from the model itself, at as many at once. */
  addedMs: number;
  memoryMb: number;
}

/** Turns in which the model looks something up by a tool of a business API, then answers. */
interface ToolLevel {
  users: number;
  turnsPerSecond: number;
  errors: number;
  /** Turns per second against those of plain turns with as many at once. */
  ofPlain: number;
}

/** What `measureTurns` finds. */
export interface TurnFigures {
  question: string;
  isPinned: boolean;
  loadAverage: number;
  levels: LevelFigures[];
  modelCallsPerTurn: number;
  /** Turns whose model calls a tool first, in the same minutes. */
  withTool: ToolLevel[];
  /** With 200 ms to the first token and 50 tokens a second. */
  realistic: { firstTextMs: { p50: number; p95: number }; addedMs: number };
}

const question = 'How long do I have to return something?';
const toolQuestion = 'Which times are free for a repair next week?';
const seconds = 10;
/** Turns until the web process has compiled what it runs, and the database has its plans. */
const warmUpSeconds = 15;

interface Setup {
  desk: string;
  model: string;
  web: number;
  database: number;
}

/** What a grounded turn costs: a question that a passage answers, by a model that says 64 tokens. */
export async function measureTurns(startDesk: StartDesk): Promise<TurnFigures> {
  const server = await startModel();
  try {
    const { url, dataDir } = await startDesk({
      MODEL: 'openai:bench',
      OPENAI_API_KEY: 'bench',
      OPENAI_BASE_URL: server.url,
      MAX_TURNS: '1000',
    });
    const web = findProcess('next-server', `FRONTDESK_DATA_DIR=${dataDir}`);
    const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid');
    const database = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    const isPinned = pin(web, '0') && pin(process.pid, '1') && pin(server.pid, '1');
    const setup = { desk: url, model: server.url, web, database };
    await load(deskTarget(url, question), 16, warmUpSeconds);
    const levels: LevelFigures[] = [];
    for (const users of [1, 16, 64, 256]) levels.push(await measureLevel(setup, users));
    const modelCallsPerTurn = await countCalls(setup);
    const withTool = await measureWithTool(setup);
    const realistic = await measureRealistic(setup);
    const loadAverage = Math.round(os.loadavg()[0] ?? 0);
    return { question, isPinned, loadAverage, levels, modelCallsPerTurn, withTool, realistic };
  } finally {
    server.stop();
  }
}

async function measureLevel(setup: Setup, users: number): Promise<LevelFigures> {
  const { desk, model, web, database } = setup;
  const bare = await load(modelTarget(model), users, 2);
  const before = { web: cpuMsOf(web), database: cpuMsOf(database) };
  const figures = await load(deskTarget(desk, question), users, seconds);
  const turns = figures.turns + figures.errors;
  const each = (ms: number) => Number((ms / Math.max(turns, 1)).toFixed(1));
  const firstTextMs = spread(figures.firstTexts);
  return {
    users,
    turns: figures.turns,
    errors: figures.errors,
    turnsPerSecond: Number((figures.turns / figures.seconds).toFixed(1)),
    webCpuMs: each(cpuMsOf(web) - before.web),
    databaseCpuMs: each(cpuMsOf(database) - before.database),
    firstTextMs,
    addedMs: Number((firstTextMs.p50 - percentile(bare.firstTexts, 50, 1)).toFixed(1)),
    memoryMb: Math.round(memoryMbOf(web)),
  };
}

async function measureWithTool({ desk, model }: Setup): Promise<ToolLevel[]> {
  const target = { ...deskTarget(desk, toolQuestion), isWhole: () => true };
  const haveCallTools = (isOn: boolean) =>
    fetch(new URL(isOn ? '/tools/on' : '/tools/off', model), { method: 'PUT' });
  await haveCallTools(true);
  await load(target, 16, 5);
  const levels: ToolLevel[] = [];
  for (const users of [1, 16, 64]) {
    await haveCallTools(false);
    const plain = await load(deskTarget(desk, question), users, 5);
    await haveCallTools(true);
    const { turns, errors, seconds: taken } = await load(target, users, seconds);
    const turnsPerSecond = Number((turns / taken).toFixed(1));
    const ofPlain = Number((turnsPerSecond / (plain.turns / plain.seconds)).toFixed(2));
    levels.push({ users, turnsPerSecond, errors, ofPlain });
  }
  await haveCallTools(false);
  return levels;
}

async function countCalls({ desk, model }: Setup): Promise<number> {
  const before = await modelCalls(model);
  const { turns } = await load(deskTarget(desk, question), 1, 2);
  return ((await modelCalls(model)) - before) / Math.max(turns, 1);
}

async function modelCalls(model: string): Promise<number> {
  return Number(await (await fetch(`${model}/count`)).text());
}

async function measureRealistic({ desk, model }: Setup): Promise<TurnFigures['realistic']> {
  await fetch(new URL('/200/50', model), { method: 'PUT' });
  const bare = await load(modelTarget(model), 1, 4);
  const { firstTexts } = await load(deskTarget(desk, question), 1, 15);
  const firstTextMs = spread(firstTexts);
  const addedMs = firstTextMs.p50 - percentile(bare.firstTexts, 50, 1);
  return { firstTextMs, addedMs: Number(addedMs.toFixed(1)) };
}

const spread = (times: number[]) => ({
  p50: percentile(times, 50, 1),
  p95: percentile(times, 95, 1),
});

/** Keeps a process, with all its threads, on one core; false where that cannot be asked for. */
function pin(pid: number, core: string): boolean {
  if (os.cpus().length < 2) return false;
  return spawnSync('taskset', ['-acp', core, String(pid)]).status === 0;
}

async function startModel() {
  const program = [...typescript, 'tests/bench/model-process.ts'];
  const child: ChildProcess = spawn(process.execPath, program, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  const url = `http://127.0.0.1:${port}/v1`;
  return { url, pid: child.pid ?? 0, stop: () => child.kill() };
}
