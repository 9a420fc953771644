/**
 * The process that opens files, started by `withParseProcess`: reads or draws one after the other, as
 * asked over IPC. It holds no secrets and no connections, so that it can be killed at any time.
 */
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { DocumentError } from '../parsers/document-error';
import { limits } from '../parsers/limits';
import { parseDocument } from '../parsers/parse-document';
import { type ChildReply, type ChildRequest, childRequestSchema } from './parse-messages';

/** Progress more often than this is of no use to anyone. */
const progressMs = 100;
/** Whoever waits for an answer in the chat goes first; `nice` of 19 would be last of all. */
const niceness = 10;

const reply = (message: ChildReply) => process.send?.(message);

/** `maxRSS` is in kilobytes, over the life of the process. */
const replyPeak = () => reply({ type: 'peak', bytes: process.resourceUsage().maxRSS * 1024 });

async function work(request: ChildRequest): Promise<void> {
  try {
    const { buffer, byteOffset, byteLength } = await readFile(request.path);
    const file = new Uint8Array(buffer, byteOffset, byteLength);
    const result = await open(request, file);
    replyPeak();
    reply(result);
  } catch (error) {
    const known =
      error instanceof DocumentError ? error : new DocumentError('internal', { cause: error });
    replyPeak();
    reply({ type: 'refused', failure: known.failure, detail: String(known.cause ?? '') });
  }
}

async function open(request: ChildRequest, file: Uint8Array): Promise<ChildReply> {
  if (request.type === 'parse') {
    const document = await parseDocument(file, request.filename, { onPage: progressTeller() });
    return { type: 'parsed', document };
  }
  const { renderPage } = await import('../parsers/render-page');
  return { type: 'rendered', picture: await renderPage(file, request) };
}

function progressTeller(): (done: number, total: number) => void {
  let last = 0;
  return (done, total) => {
    if (performance.now() - last < progressMs) return;
    last = performance.now();
    reply({ type: 'progress', done, total });
  };
}

/** The heap has a limit of its own; this one is for buffers beside it. */
function watchMemory(): void {
  const watcher = path.join(import.meta.dirname, 'kill-over-limit.mjs');
  new Worker(watcher, { workerData: limits.residentBytes, execArgv: [] }).unref();
}

os.setPriority(niceness);
watchMemory();
process.on('message', (message) => void work(childRequestSchema.parse(message)));
process.on('disconnect', () => process.exit(0));
