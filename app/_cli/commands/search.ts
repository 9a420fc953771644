import { Command, InvalidArgumentError } from 'commander';
import { detectLocale } from '@/lib/locale';
import { actingAs, asDescription } from '../acting-as';
import { print, printJson } from '../output';
import { printTrace } from '../print-trace';
import { runCommand } from '../run-command';

interface Options {
  as: string;
  k: number;
  json?: boolean;
  trace?: boolean;
}

async function run(query: string, options: Options): Promise<undefined> {
  // Loaded here: the index and its dictionaries are of no use to other commands.
  const { search } = await import('@/knowledge/search');
  const principal = await actingAs(options.as, detectLocale(query));
  const { hits, confidence, isAnswered, trace } = await search({
    query,
    principal,
    settings: { passages: options.k },
  });
  if (options.json) {
    printJson({
      hits: hits.map(({ documentId, document, page, text, score }) => ({
        documentId,
        title: document,
        page,
        text,
        score,
      })),
      confidence,
      isAnswered,
      ...(options.trace && { trace }),
    });
    return;
  }
  if (hits.length === 0) print('Nothing was found.');
  for (const [index, { document, page, text, score }] of hits.entries()) {
    const place = page ? `${document}, p. ${page}` : document;
    print(`${index + 1}. ${place}  (${score.toFixed(3)})`, `   ${excerpt(text)}`, '');
  }
  const verdict = isAnswered ? 'would be answered' : 'would not be answered';
  print(`Confidence ${confidence.toFixed(2)}: the question ${verdict}.`);
  if (!options.trace) return;
  print('');
  printTrace(trace, new Map(hits.map(({ documentId, document }) => [documentId, document])));
}

function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 240 ? `${line.slice(0, 240)}…` : line;
}

function parseCount(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= 50) return count;
  throw new InvalidArgumentError('Give a whole number from 1 to 50.');
}

/** `search`: the passages that a question finds. */
export function searchCommand(): Command {
  return new Command('search')
    .description('the passages that a question finds')
    .argument('<query>', 'what to look for')
    .option('--as <who>', asDescription, 'guest')
    .option('--k <count>', 'how many passages', parseCount, 10)
    .option('--json', 'print JSON')
    .option('--trace', 'also what was considered, and how it scored')
    .action((query: string, options: Options) => runCommand(options, () => run(query, options)));
}
