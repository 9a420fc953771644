/**
 * The process that parses documents, started by `parseInChild`: reads one file after the other,
 * as asked over IPC. It holds no secrets and no connections, so that it can be killed at any time.
 */
import { readFile } from 'node:fs/promises';
import { type ParseReply, type ParseRequest, parseRequestSchema } from './parse-messages';
import { DocumentError } from './parsers/document-error';
import { limits } from './parsers/limits';
import { parseDocument } from './parsers/parse-document';

/** Progress more often than this is of no use to anyone. */
const progressMs = 100;

const reply = (message: ParseReply) => process.send?.(message);

/** `maxRSS` is in kilobytes, over the life of the process. */
const replyPeak = () => reply({ type: 'peak', bytes: process.resourceUsage().maxRSS * 1024 });

async function parse({ path, filename }: ParseRequest): Promise<void> {
  let lastProgress = 0;
  const onPage = (done: number, total: number) => {
    if (performance.now() - lastProgress < progressMs) return;
    lastProgress = performance.now();
    reply({ type: 'progress', done, total });
  };
  try {
    const file = new Uint8Array(await readFile(path));
    const document = await parseDocument(file, filename, { onPage });
    replyPeak();
    reply({ type: 'parsed', document });
  } catch (error) {
    const known =
      error instanceof DocumentError ? error : new DocumentError('internal', { cause: error });
    replyPeak();
    reply({ type: 'refused', failure: known.failure, detail: String(known.cause ?? '') });
  }
}

/** The heap has a limit of its own; this one is for buffers beside it. */
function watchMemory(): void {
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() < limits.residentBytes) return;
    reply({ type: 'refused', failure: 'out_of_memory', detail: '' });
    process.exit(1);
  }, 200);
  watch.unref();
}

watchMemory();
process.on('message', (message) => void parse(parseRequestSchema.parse(message)));
process.on('disconnect', () => process.exit(0));
