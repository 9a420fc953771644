import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { canonicalJson } from '@/lib/canonical-json';
import { db } from '@/lib/db/client';
import { findConnection, storeOffered } from '@/lib/db/connections/connections';
import { publish } from '@/lib/events/bus';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import { cutFault, type Offered } from './offered-tool';
import { readTools } from './read-tools';
import { withoutWords } from './without-words';

/** Servers may say it for each of many tools at once: they are asked when they are done, in milliseconds. */
const settleMs = 300;
/** And no more often than this. */
const restMs = 20_000;

const timers = () =>
  processGlobal(
    'mcp-tools-changed',
    () => new Map<string, { timer: NodeJS.Timeout; at: number }>(),
  );

/** A server says that its tools changed: they are read again, and those who use them are told. */
export function noteToolsChanged(connectionId: string, client: Client): void {
  const last = timers().get(connectionId);
  const now = Date.now();
  // It is going to be read anyway.
  if (last && last.at > now) return;
  const wait = last ? Math.max(settleMs, last.at + restMs - now) : settleMs;
  const timer = setTimeout(() => void readAgain(connectionId, client), wait);
  timers().set(connectionId, { timer: timer.unref(), at: now + wait });
}

async function readAgain(connectionId: string, client: Client): Promise<void> {
  try {
    const offered = await readTools(client);
    await storeIfChanged(connectionId, offered);
  } catch (error) {
    // The old list stays; calls of what is gone are refused by the server.
    log().warn({ event: 'mcp-tools-not-read', connectionId, err: withoutWords(error) });
  }
}

async function storeIfChanged(connectionId: string, offered: Offered): Promise<void> {
  const row = await findConnection(connectionId);
  if (!row || canonicalJson(row.offered) === canonicalJson(offered)) return;
  await db().transaction(async (tx) => {
    await storeOffered(tx, connectionId, offered, cutFault(offered));
    await publish(tx, { type: 'connections-changed', connectionId });
  });
  log().info({ event: 'mcp-tools-changed', connectionId });
}
