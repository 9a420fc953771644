import type { ChildProcess } from 'node:child_process';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import { systemCode } from '@/lib/system-code';
import { McpFault } from './mcp-fault';

/** Commands that may run at once in one process of the desk. */
const maxCommands = 16;

function watch(): Set<ChildProcess> {
  const running = new Set<ChildProcess>();
  process.once('exit', () => {
    for (const child of running) endGroup(child, 'SIGKILL');
  });
  return running;
}

const commands = () => processGlobal('mcp-commands', watch);

/** @throws McpFault `busy` */
export function requireRoomForCommand(): void {
  if (commands().size >= maxCommands) throw new McpFault('busy');
}

/** Has a command ended with this process at the latest. */
export function holdCommand(child: ChildProcess): void {
  commands().add(child);
  child.once('close', () => commands().delete(child));
}

/** Ends a command with all that it started: it leads a group of its own. */
export function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (systemCode(error) === 'ESRCH') return;
    log().warn({ event: 'mcp-command-not-ended', groupOf: pid, err: error });
  }
}
