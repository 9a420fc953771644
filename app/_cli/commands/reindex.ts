import { Command } from 'commander';
import { db } from '@/lib/db/client';
import { listAllDocuments } from '@/lib/db/documents';
import { print, printJson } from '../output';
import { showProgress } from '../progress-bar';
import { runCommand } from '../run-command';
import { waitForDocument } from '../wait-for-document';

async function run(options: { json?: boolean }): Promise<number> {
  const { enqueueIngestion } = await import('@/knowledge/enqueue-ingestion');
  const { startWorker } = await import('@/app/_jobs/worker');
  const documents = await listAllDocuments();
  const stopWorker = await startWorker();
  const bars = showProgress();
  const failed: string[] = [];
  try {
    // One by one: all but one document can be found while they are made anew.
    for (const [index, { id, title }] of documents.entries()) {
      await db().transaction((tx) => enqueueIngestion(tx, id));
      const view = await waitForDocument(id, (progress, state) =>
        bars.update('all', (index + progress) / documents.length, `${title}: ${state}`),
      );
      if (view.status === 'failed') failed.push(`${title}: ${view.error?.message ?? ''}`);
    }
  } finally {
    bars.clear();
    await stopWorker();
  }
  if (options.json) printJson({ documents: documents.length, failed });
  else {
    for (const line of failed) print(`✗ ${line}`);
    print(`${documents.length - failed.length} of ${documents.length} documents are indexed.`);
  }
  return failed.length > 0 ? 1 : 0;
}

/** `reindex`: makes the index again from the stored files, after a change of index or embeddings. */
export function reindexCommand(): Command {
  return new Command('reindex')
    .description('make the index again from the stored files')
    .option('--json', 'print one JSON object')
    .action((options) => runCommand(options, () => run(options)));
}
