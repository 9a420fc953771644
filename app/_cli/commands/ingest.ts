import path from 'node:path';
import { Command } from 'commander';
import type { Visibility } from '@/lib/auth/visibility';
import type { DocumentView } from '@/lib/shared/documents';
import { CommandProblem } from '../command-problem';
import { describeFault } from '../describe-fault';
import { listFiles } from '../list-files';
import { print, printJson } from '../output';
import { parseVisibility, visibilityDescription } from '../parse-visibility';
import { type ProgressBars, showProgress } from '../progress-bar';
import { runCommand } from '../run-command';
import { waitForDocument } from '../wait-for-document';

interface Options {
  visibility: Visibility;
  title?: string;
  json?: boolean;
}

/** What became of one file, as `--json` prints it, one line each. */
interface Outcome {
  id: string | null;
  /** The document's title. */
  document: string;
  file: string;
  status: DocumentView['status'];
  pages: number | null;
  chunks: number | null;
  isDuplicate: boolean;
  /** 1 for a new document, more for a new version of one. */
  version: number | null;
  error: { code: string; message: string } | null;
}

/** Files handed in at once; as many wait for the worker as it takes on, and a few more. */
const parallel = 4;

async function run(paths: string[], options: Options): Promise<number> {
  const files = await listFiles(paths);
  if (files.length === 0) throw new CommandProblem('There are no files in these folders.');
  if (options.title && files.length > 1) {
    throw new CommandProblem('--title names one document; give one file with it.');
  }
  const { startWorker } = await import('@/app/_jobs/worker');
  const stopWorker = await startWorker();
  const bars = showProgress();
  let failures = 0;
  const waiting = [...files];
  const takeTurns = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const outcome = await ingest(file, options, bars);
      if (outcome.status === 'failed') failures += 1;
      bars.clear();
      show(outcome, options);
    }
  };
  try {
    await Promise.all(Array.from({ length: parallel }, takeTurns));
  } finally {
    bars.clear();
    await stopWorker();
  }
  return failures > 0 ? 1 : 0;
}

async function ingest(file: string, options: Options, bars: ProgressBars): Promise<Outcome> {
  const { uploadDocument } = await import('@/knowledge/documents/upload-document');
  const filename = path.basename(file);
  try {
    const { visibility, title } = options;
    const uploaded = await uploadDocument({
      principal: null,
      path: file,
      filename,
      visibility,
      title,
      // The same path again with other content is a new version of the same document.
      source: { id: null, key: file },
    });
    const view = await waitForDocument(uploaded.id, (progress, state) =>
      bars.update(filename, progress, state),
    );
    return {
      id: view.id,
      document: view.title,
      file,
      status: view.status,
      pages: view.pages,
      chunks: view.chunks,
      isDuplicate: uploaded.outcome === 'unchanged',
      version: view.newestVersion,
      error: view.error,
    };
  } catch (error) {
    return { ...refused, document: filename, file, error: describeFault(error) };
  }
}

const refused = {
  id: null,
  status: 'failed',
  pages: null,
  chunks: null,
  isDuplicate: false,
  version: null,
} as const;

function show(outcome: Outcome, { json }: Options): void {
  if (json) printJson(outcome);
  else if (outcome.status === 'ready') {
    const pages = outcome.pages === null ? '' : `${counted(outcome.pages, 'page')}, `;
    const passages = counted(outcome.chunks ?? 0, 'passage');
    const isNew = !outcome.isDuplicate && (outcome.version ?? 1) > 1;
    const known = outcome.isDuplicate
      ? ', known already'
      : isNew
        ? `, version ${outcome.version}`
        : '';
    print(`✓ ${outcome.file}: ${pages}${passages}${known}`);
  } else print(`✗ ${outcome.file}: ${outcome.error?.message}`);
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `ingest`: documents into the knowledge base, until they can be asked about. */
export function ingestCommand(): Command {
  return new Command('ingest')
    .description('read documents into the knowledge base, and wait until they can be asked about')
    .argument('<path...>', 'files, or folders with all they hold')
    .requiredOption('--visibility <who>', visibilityDescription, parseVisibility)
    .option('--title <title>', 'what the document is called; its own title when absent')
    .option('--json', 'print one JSON line per file')
    .action((paths: string[], options: Options) => runCommand(options, () => run(paths, options)));
}
