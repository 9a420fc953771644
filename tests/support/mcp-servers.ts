import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetEnv } from '@/lib/env';
import { waitFor } from './wait-for';

const everything = 'node_modules/@modelcontextprotocol/server-everything/dist/index.js';
const hostile = 'tests/support/hostile-mcp-server.ts';
const calls = join(mkdtempSync(join(tmpdir(), 'frontdesk-mcp-')), 'calls');

/** What the hostile server noted of a call. */
interface NotedCall {
  name: string;
  arguments: Record<string, unknown>;
  _meta?: Record<string, unknown>;
  pid: number;
  env: string[];
}

/** Names these servers in the environment of this process: one from npm, and one with bad habits. */
export function nameMcpCommands(): void {
  const command = process.execPath;
  process.env.MCP_COMMANDS = JSON.stringify({
    everything: { command, args: [everything, 'stdio'] },
    hostile: { command, args: [hostile], env: { CALLS: calls, MANY: '500' } },
    missing: { command: '/nowhere/server' },
  });
  forgetEnv();
}

/** The calls that the hostile server got so far. */
export function hostileCalls(): NotedCall[] {
  if (!existsSync(calls)) return [];
  return readFileSync(calls, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** The process that the hostile server left behind. */
export const leftBehind = () => Number(readFileSync(`${calls}.left`, 'utf8'));

/** Starts the server from npm at an address, at this port. */
export async function startEverything(port: number): Promise<ChildProcess> {
  const env = { ...process.env, PORT: String(port) };
  const child = spawn(process.execPath, [everything, 'streamableHttp'], { env, stdio: 'ignore' });
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/mcp`).then(
      () => true,
      () => false,
    );
  await waitFor('the MCP server to listen', isUp);
  return child;
}

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
