import { Command } from 'commander';
import type { TurnResult } from '@/agents/turns/turn-result';
import { newId } from '@/lib/ids';
import { detectLocale } from '@/lib/locale';
import { actingAs, asDescription } from '../acting-as';
import { print, printJson } from '../output';
import { runCommand } from '../run-command';

interface Options {
  as: string;
  conversation?: string;
  json?: boolean;
}

async function run(question: string, options: Options): Promise<number> {
  // Loaded here: the graph and the models are of no use to other commands.
  const { startTurn } = await import('@/agents/run-turn');
  const conversationId = options.conversation ?? crypto.randomUUID();
  const principal = await actingAs(options.as, detectLocale(question), options.conversation);
  const message = { id: newId(), text: question };
  const turn = await startTurn({ principal, conversationId, message });
  const result = await turn.result;
  if (options.json) printJson(toJson(result));
  else showAnswer(result);
  return result.state === 'failed' ? 1 : 0;
}

function toJson({ conversationId, agent, answer, citations, actions, escalated }: TurnResult) {
  return {
    conversationId,
    agent,
    answer,
    citations: citations.map(({ document, page, quote }) => ({ document, page, quote })),
    actions,
    escalated,
  };
}

function showAnswer({ conversationId, answer, citations, actions, escalated }: TurnResult): void {
  print(answer);
  for (const { n, document, page, unit } of citations) {
    print(`  [${n}] ${document}${page ? `, ${unit === 'page' ? 'p.' : unit} ${page}` : ''}`);
  }
  for (const action of actions) {
    print('', `${action.title} (${action.state})`);
    for (const { label, value } of action.fields) print(`  ${label}: ${value}`);
  }
  if (escalated) print('', 'A person was called.');
  print('', `Go on: --conversation ${conversationId}`);
}

/** `ask`: one message to the desk, and its whole answer. */
export function askCommand(): Command {
  return new Command('ask')
    .description('put a question to the desk and wait for the answer')
    .argument('<question>', 'in English or Chinese')
    .option('--as <who>', asDescription, 'guest')
    .option('--conversation <id>', 'go on with this conversation')
    .option('--json', 'print one JSON object')
    .action((question: string, options: Options) =>
      runCommand(options, () => run(question, options)),
    );
}
