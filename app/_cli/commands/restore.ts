import { Command } from 'commander';
import { env } from '@/lib/env';
import { restoreBackup } from '../backup/restore-backup';
import { givenPath } from '../given-path';
import { print, printJson } from '../output';
import { showProgress } from '../progress-bar';
import { runCommand } from '../run-command';

async function run(folder: string, options: { json?: boolean }): Promise<undefined> {
  const bars = showProgress();
  try {
    const { manifest, hasIndex } = await restoreBackup(givenPath(folder), bars.update);
    bars.clear();
    const { madeAt, version, tables, parts } = manifest;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const files = parts.filter((part) => part.path.startsWith('files/')).length;
    if (options.json) printJson({ madeAt, version, rows, files, hasIndex });
    else {
      print(
        `The desk of ${madeAt} is back: ${rows} rows and ${files} files.`,
        `Start it: FRONTDESK_DATA_DIR=${env().FRONTDESK_DATA_DIR} npm start`,
      );
    }
  } finally {
    bars.clear();
  }
}

/** `restore <folder>`: a backup into a desk that is stopped and empty. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('put a backup into a desk that is stopped and empty')
    .argument('<folder>', 'the backup')
    .option('--json', 'print one JSON object')
    .action((folder: string, options) =>
      runCommand(options, () => run(folder, options), { isSeeded: false }),
    );
}
