import path from 'node:path';
import { Command } from 'commander';
import { runCommand } from '../run-command';

/** npm runs scripts in the project's folder; the person meant the one that they are in. */
const resolve = (given: string) => path.resolve(process.env.INIT_CWD ?? '.', given);

/** `eval`: how well the desk does on data with known answers. */
export function evalCommand(): Command {
  const command = new Command('eval').description('how well the desk does on known answers');
  command
    .command('retrieval')
    .description('recall, MRR and nDCG on corpus.jsonl and queries.jsonl')
    .argument('<folder>', 'with both files')
    .option('--json', 'print one JSON object')
    .action((folder: string, options: { json?: boolean }) =>
      runCommand(options, async () => {
        const { evalRetrieval } = await import('../eval/retrieval');
        await evalRetrieval(resolve(folder), { json: options.json ?? false });
        return 0;
      }),
    );
  command
    .command('routing')
    .description('accuracy of routing on lines of {text, lang, route}')
    .argument('<file>', 'JSON Lines')
    .option('--json', 'print one JSON object')
    .action((file: string, options: { json?: boolean }) =>
      runCommand(options, async () => {
        const { evalRouting } = await import('../eval/routing');
        await evalRouting(resolve(file), options);
        return 0;
      }),
    );
  command
    .command('documents')
    .description('what is read of files/ against ground_truth/: text, pages, table cells')
    .argument('<folder>', 'with both folders')
    .option('--json', 'print one JSON object')
    .action((folder: string, options: { json?: boolean }) =>
      runCommand(options, async () => {
        const { evalDocuments } = await import('../eval/documents');
        await evalDocuments(resolve(folder), options);
        return 0;
      }),
    );
  return command;
}
