import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { findSearchIndexes } from '@/lib/db/knowledge/search-indexes';
import { CommandProblem } from '../command-problem';
import { print, printJson } from '../output';
import { showProgress } from '../progress-bar';
import { runCommand } from '../run-command';

const pollMs = 100;

async function run(options: { json?: boolean }): Promise<number> {
  const { startBuilding } = await import('@/knowledge/store/build-index');
  const { startWorker } = await import('@/app/_jobs/worker');
  await startBuilding();
  const stopWorker = await startWorker();
  const bars = showProgress();
  try {
    const total = await waitForIndex((done, all) =>
      bars.update('index', done / Math.max(1, all), `${done} of ${all} documents`),
    );
    bars.clear();
    if (options.json) printJson({ documents: total });
    else print(`The new index holds ${total} documents and answers from now on.`);
    return 0;
  } finally {
    bars.clear();
    await stopWorker();
  }
}

/** @throws CommandProblem when the building stands still */
async function waitForIndex(onProgress: (done: number, total: number) => void): Promise<number> {
  for (;;) {
    const { live, building } = await findSearchIndexes();
    if (!building) return live?.total ?? 0;
    if (building.errorCode) {
      throw new CommandProblem(
        `The index could not be built (${building.errorCode}). The old one goes on answering; the desk tries again by itself.`,
      );
    }
    onProgress(building.done, building.total);
    await setTimeout(pollMs);
  }
}

/** `reindex`: builds the index anew beside the one that answers, then swaps them. */
export function reindexCommand(): Command {
  return new Command('reindex')
    .description('build the index anew beside the one that answers, then swap them')
    .option('--json', 'print one JSON object')
    .action((options) => runCommand(options, () => run(options)));
}
