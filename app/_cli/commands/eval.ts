import { Command } from 'commander';
import { givenPath } from '../given-path';
import { moveToThrowawayDesk } from '../move-to-throwaway-desk';
import { runCommand } from '../run-command';

interface Options {
  json?: boolean;
}

interface Evaluation {
  name: string;
  description: string;
  /** What the data is, as the usage line shows it, and in words. */
  data: [string, string];
  /** It fills a desk of its own with the data. */
  onThrowawayDesk?: true;
  /** Loads what it needs by itself: an evaluation is of no use to other commands. */
  run: (data: string, options: Options) => Promise<unknown>;
}

/** Every evaluation; a new one is a file in `../eval` and an entry here. */
const evaluations: Evaluation[] = [
  {
    name: 'retrieval',
    description: 'recall, MRR and nDCG on corpus.jsonl and queries.jsonl',
    data: ['<folder>', 'with both files'],
    run: async (folder, options) =>
      (await import('../eval/retrieval')).evalRetrieval(folder, options),
  },
  {
    name: 'hybrid',
    description: 'what an embedding model adds, on the data of retrieval with vectors',
    data: ['<folder>', 'with corpus.vectors.json and queries.vectors.json besides'],
    run: async (folder, options) => (await import('../eval/hybrid')).evalHybrid(folder, options),
  },
  {
    name: 'routing',
    description: 'accuracy of routing on lines of {text, lang, route}',
    data: ['<file>', 'JSON Lines'],
    run: async (file, options) => (await import('../eval/routing')).evalRouting(file, options),
  },
  {
    name: 'answers',
    description: 'what guests are answered and refused, on corpus.jsonl and queries.jsonl',
    data: ['<folder>', 'with both files'],
    onThrowawayDesk: true,
    run: async (folder, options) =>
      (await import('../eval/answers/answers')).evalAnswers(folder, options),
  },
  {
    name: 'documents',
    description: 'what is read of files/ against ground_truth/: text, pages, table cells',
    data: ['<folder>', 'with both folders'],
    run: async (folder, options) =>
      (await import('../eval/documents')).evalDocuments(folder, options),
  },
];

/** `eval`: how well the desk does on data with known answers. */
export function evalCommand(): Command {
  const command = new Command('eval').description('how well the desk does on known answers');
  for (const { name, description, data, onThrowawayDesk, run } of evaluations) {
    command
      .command(name)
      .description(description)
      .argument(...data)
      .option('--json', 'print one JSON object')
      .action((given: string, options: Options) => {
        if (onThrowawayDesk) moveToThrowawayDesk();
        return runCommand(options, async () => {
          await run(givenPath(given), options);
          return 0;
        });
      });
  }
  return command;
}
