import { Command, InvalidArgumentError } from 'commander';
import type { Visibility } from '@/lib/auth/visibility';
import { listSources, type SourceRow } from '@/lib/db/knowledge/sources';
import { newSourceSchema, type SourceView } from '@/lib/shared/sources';
import { CommandProblem } from '../command-problem';
import { givenPath } from '../given-path';
import { print, printJson, printTable } from '../output';
import { parseVisibility, visibilityDescription } from '../parse-visibility';
import { showProgress } from '../progress-bar';
import { runCommand } from '../run-command';
import { waitForSource } from '../wait-for-source';

interface AddOptions {
  visibility: Visibility;
  every: number;
  name?: string;
  json?: boolean;
}

interface RemoveOptions {
  keepDocuments?: boolean;
  json?: boolean;
}

async function add(kind: string, config: Record<string, unknown>, options: AddOptions) {
  const { createSource } = await import('@/knowledge/sources/create-source');
  const { visibility, every: everyMinutes, name } = options;
  const since = new Date();
  const { id } = await createSource(null, { kind, config, visibility, everyMinutes, name });
  return waitAndShow(id, since, options);
}

async function sync(which: string, options: { json?: boolean }): Promise<number> {
  const { requestSync } = await import('@/knowledge/sources/request-sync');
  const { id } = await requireNamed(which);
  const since = new Date();
  await requestSync(id);
  return waitAndShow(id, since, options);
}

/** The run is done by this process or by a running desk, whichever takes it. */
async function waitAndShow(id: string, since: Date, { json }: { json?: boolean }): Promise<number> {
  const { startWorker } = await import('@/app/_jobs/worker');
  const stopWorker = await startWorker();
  const bars = showProgress();
  let row: SourceRow;
  try {
    row = await waitForSource(id, since, (progress, state) =>
      bars.update('source', progress, state),
    );
  } finally {
    bars.clear();
    await stopWorker();
  }
  const view = await viewOf(row);
  if (json) printJson(view);
  else describe(view);
  return view.state === 'failed' || (view.outcome?.failed ?? 0) > 0 ? 1 : 0;
}

async function viewOf(row: SourceRow): Promise<SourceView> {
  const { toSourceView } = await import('@/knowledge/sources/source-view');
  return toSourceView(row, 'en');
}

function describe({ name, error, outcome, documents }: SourceView): void {
  if (error) {
    print(`✗ ${name}: ${error.message}`);
    return;
  }
  const { added = 0, changed = 0, unchanged = 0, removed = 0, failed = 0 } = outcome ?? {};
  const did = `${added} added, ${changed} changed, ${unchanged} unchanged, ${removed} removed`;
  print(`✓ ${name}: ${did}, ${failed} failed; ${documents} documents`);
  for (const { key, message } of outcome?.faults ?? []) print(`  ✗ ${key}: ${message}`);
}

async function list({ json }: { json?: boolean }): Promise<undefined> {
  const views = await Promise.all((await listSources(null)).map(viewOf));
  if (json) printJson(views);
  else {
    printTable([
      ['ID', 'KIND', 'NAME', 'WHO', 'EVERY', 'STATE', 'DOCUMENTS'],
      ...views.map(toCells),
    ]);
  }
}

function toCells(view: SourceView): string[] {
  const { id, kind, name, visibility, everyMinutes, isPaused, state, documents } = view;
  const shown = isPaused ? 'paused' : state;
  return [id, kind, name, visibility, `${everyMinutes} min`, shown, String(documents)];
}

async function remove(which: string, { keepDocuments = false, json }: RemoveOptions) {
  const { deleteSource } = await import('@/knowledge/sources/delete-source');
  const { id, name, documents } = await requireNamed(which);
  await deleteSource(null, id, { keepDocuments });
  const what = keepDocuments ? 'kept' : 'deleted';
  if (json) printJson({ id, name, documents, [what]: true });
  else print(`${name} is no longer read; its ${documents} documents were ${what}.`);
  return undefined;
}

async function requireNamed(which: string): Promise<SourceRow> {
  const all = await listSources(null);
  const named = all.filter(({ id, name }) => id === which || name === which);
  const [found] = named;
  if (found && named.length === 1) return found;
  throw new CommandProblem(
    found
      ? `There are ${named.length} sources named ${which}. Give the id: \`sources list\` shows it.`
      : `There is no source ${which}. \`sources list\` shows all.`,
  );
}

function parseMinutes(value: string): number {
  const parsed = newSourceSchema.shape.everyMinutes.safeParse(Number(value));
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError('Use minutes, from 5 to 40320.');
}

/** One kind of source under `sources add`, with the options that all have. */
function adder(parent: Command, usage: string, description: string): Command {
  return parent
    .command(usage)
    .description(description)
    .requiredOption('--visibility <who>', visibilityDescription, parseVisibility)
    .option('--every <minutes>', 'how often it is read again', parseMinutes, 60)
    .option('--name <name>', 'what it is called; its place when absent')
    .option('--json', 'print JSON');
}

/** `sources add | list | sync | remove`: places that documents are taken from again and again. */
export function sourcesCommand(): Command {
  const command = new Command('sources').description('places that documents are taken from again');
  const adding = command.command('add').description('add a source, and wait until it is read');
  adder(adding, 'folder <path>', 'a folder of this machine, watched').action((path, options) =>
    runCommand(options, () => add('folder', { path: givenPath(path) }, options)),
  );
  adder(adding, 'web <url...>', 'single web pages').action((urls, options) =>
    runCommand(options, () => add('web-page', { urls }, options)),
  );
  adder(adding, 'sitemap <url>', 'a web site, by its address or its sitemap').action(
    (url, options) => runCommand(options, () => add('sitemap', { url }, options)),
  );
  command
    .command('list')
    .description('every source')
    .option('--json', 'print JSON')
    .action((options) => runCommand(options, () => list(options)));
  command
    .command('sync <source>')
    .description('read a source now, by its id or name, and wait until that is done')
    .option('--json', 'print JSON')
    .action((which, options) => runCommand(options, () => sync(which, options)));
  command
    .command('remove <source>')
    .description('delete a source with its documents')
    .option('--keep-documents', 'keep them, as if they had been uploaded')
    .option('--json', 'print JSON')
    .action((which, options) => runCommand(options, () => remove(which, options)));
  return command;
}
