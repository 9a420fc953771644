import { Command } from 'commander';
import { type IndexOutcome, writeBackup } from '../backup/write-backup';
import { givenPath } from '../given-path';
import { print, printJson } from '../output';
import { showProgress } from '../progress-bar';
import { runCommand } from '../run-command';

const indexNotes: Record<IndexOutcome, string> = {
  kept: 'A snapshot of the index in Qdrant is among it.',
  embedded: 'The index is made of the database and needs no copy.',
  several_nodes:
    'The index is spread over several nodes of Qdrant and is built anew when restored.',
  failed: 'Qdrant gave no snapshot; the index is built anew when restored.',
};

async function run(given: string, options: { json?: boolean }): Promise<undefined> {
  const folder = givenPath(given);
  const bars = showProgress();
  try {
    const { manifest, index } = await writeBackup(folder, bars.update);
    bars.clear();
    const bytes = manifest.parts.reduce((sum, part) => sum + part.bytes, 0);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const files = manifest.parts.filter((part) => part.path.startsWith('files/')).length;
    if (options.json) printJson({ folder, bytes, rows, files, index });
    else {
      print(
        `${rows} rows and ${files} files are kept in ${folder} (${Math.ceil(bytes / 1e6)} MB).`,
        indexNotes[index],
        'It holds every account, conversation and document, and what signs people in: keep it as secret as the desk.',
      );
    }
  } finally {
    bars.clear();
  }
}

/** `backup <folder>`: everything a desk needs, while it runs. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('copy everything the desk needs into a new folder, while it runs')
    .argument('<folder>', 'where to; made when it is not there')
    .option('--json', 'print one JSON object')
    .action((folder: string, options) =>
      runCommand(options, () => run(folder, options), { isSeeded: false }),
    );
}
