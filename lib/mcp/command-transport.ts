import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { McpFault } from './mcp-fault';
import { endGroup, holdCommand, requireRoomForCommand } from './running-commands';

/** Longest message of a server, in bytes. */
const maxMessageBytes = 4_000_000;
/** What a command may leave unread of what it is told, in bytes. */
const maxUnread = 4_000_000;
/** Messages that may come without anything being asked. */
const maxUnasked = 5_000;
/** What is logged of what a command writes to its error output, in characters for its whole life. */
const maxLogged = 20_000;
/** How long a command may take to end once its input is closed, in milliseconds. */
const patienceMs = 2_000;

/**
 * A command of `MCP_COMMANDS`, spoken to over its input and output. It leads a process group of its
 * own, which ends with it, and is told to end by the end of its input, which comes however this
 * process ends. Its environment is its own: no secret of the desk's is in it.
 */
export class CommandTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  /** Why it was ended; undefined while it runs, or where it ended by itself. */
  fault?: McpFault;
  private child?: ChildProcessWithoutNullStreams;
  private readonly buffer = new ReadBuffer({ maxBufferSize: maxMessageBytes });
  private unasked = 0;
  private logged = 0;

  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** @throws McpFault `unknown-command`, `busy`; Error of the system */
  async start(): Promise<void> {
    const commands = env().MCP_COMMANDS ?? {};
    const spec = Object.hasOwn(commands, this.name) ? commands[this.name] : undefined;
    if (!spec) throw new McpFault('unknown_command');
    requireRoomForCommand();
    const { PATH, HOME, LANG } = process.env;
    const own: Record<string, string | undefined> = { PATH, HOME, LANG, ...spec.env };
    const child = spawn(spec.command, spec.args, {
      env: own as NodeJS.ProcessEnv,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    this.child = child;
    child.stdout.on('data', (part: Buffer) => this.read(part));
    child.stderr.on('data', (part: Buffer) => this.note(part));
    for (const stream of [child.stdin, child.stdout, child.stderr]) {
      stream.on('error', (error) => this.onerror?.(error));
    }
    child.once('exit', () => {
      // What it started is no use without it.
      endGroup(child, 'SIGKILL');
      // What left its group may hold its outputs open, and would keep it for ever.
      setTimeout(() => letGo(child), patienceMs).unref();
    });
    child.once('close', (code, signal) => {
      this.child = undefined;
      log().info({ event: 'mcp-command-ended', command: this.name, code, signal });
      this.onclose?.();
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.on('error', reject);
    });
    holdCommand(child);
  }

  async send(message: JSONRPCMessage): Promise<void> {
    const { child } = this;
    if (!child?.stdin.writable) throw this.fault ?? new McpFault('network');
    // Replies are asked for by the command itself, which may ask without end.
    if ('method' in message) this.unasked = 0;
    if (child.stdin.writableLength > maxUnread) {
      this.giveUp(new McpFault('too_large'));
      throw this.fault;
    }
    await new Promise<void>((resolve, reject) => {
      child.stdin.write(serializeMessage(message), (error) => (error ? reject(error) : resolve()));
    });
  }

  async close(): Promise<void> {
    const { child } = this;
    if (!child) return;
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    child.stdin.end();
    const timers = (['SIGTERM', 'SIGKILL'] as const).map((signal, index) =>
      setTimeout(() => endGroup(child, signal), patienceMs * (index + 1)),
    );
    await ended;
    for (const timer of timers) clearTimeout(timer);
  }

  private read(part: Buffer): void {
    try {
      this.buffer.append(part);
    } catch (cause) {
      this.giveUp(new McpFault('too_large', { cause }));
      return;
    }
    while (!this.fault) {
      try {
        const message = this.buffer.readMessage();
        if (message === null) return;
        this.unasked += 1;
        if (this.unasked > maxUnasked) this.giveUp(new McpFault('too_large'));
        else this.onmessage?.(message);
      } catch (error) {
        // A line that is no message: many programs write there what they should write elsewhere.
        this.unasked += 1;
        if (this.unasked > maxUnasked) this.giveUp(new McpFault('unexpected', { cause: error }));
      }
    }
  }

  private giveUp(fault: McpFault): void {
    if (!this.child) return;
    this.fault = fault;
    this.buffer.clear();
    endGroup(this.child, 'SIGKILL');
  }

  private note(part: Buffer): void {
    const text = part.toString('utf8').slice(0, Math.max(maxLogged - this.logged, 0));
    this.logged += text.length;
    if (text !== '') log().info({ event: 'mcp-command-wrote', command: this.name, text });
  }
}

function letGo({ stdout, stderr }: ChildProcessWithoutNullStreams): void {
  stdout.destroy();
  stderr.destroy();
}
