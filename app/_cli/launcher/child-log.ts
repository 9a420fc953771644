import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const maxBytes = 20_000_000;
/** pino's number for «error». */
const errorLevel = 50;

/** Where the output of a child process goes. */
export interface ChildLog {
  file: string;
  /** Copies a stream into the file, line by line; the worst lines are passed to `onError`. */
  follow: (stream: Readable) => void;
}

/**
 * A log file of JSON lines in `<dataDir>/logs`; the previous one is kept once it is large. What
 * a child prints outside of its log is wrapped, so that each line of the file is JSON.
 */
export function openChildLog(
  dataDir: string,
  name: string,
  onError: (line: string) => void,
): ChildLog {
  const folder = path.join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.log`);
  if (existsSync(file) && statSync(file).size > maxBytes) renameSync(file, `${file}.1`);
  const target = createWriteStream(file, { flags: 'a', mode: 0o600 });
  const follow = (stream: Readable) => {
    createInterface({ input: stream }).on('line', (line) => {
      if (!line.trim()) return;
      const event = parseEvent(line);
      target.write(`${event ? line : JSON.stringify({ time: Date.now(), text: line })}\n`);
      if (event && event.level >= errorLevel) onError(event.text);
    });
  };
  return { file, follow };
}

function parseEvent(line: string): { level: number; text: string } | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const { level, event, msg, err } = JSON.parse(line);
    return { level, text: [event, msg, err?.message].filter(Boolean).join(': ') };
  } catch {
    // Not JSON after all, though it looked like it.
    return undefined;
  }
}
