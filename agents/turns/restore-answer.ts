import { toActionCard } from '@/agents/tools/to-action-card';
import { findPassages } from '@/knowledge/passages/find-passages';
import { listTurnActions } from '@/lib/db/actions/actions';
import { db } from '@/lib/db/client';
import { findMessage, storedParts } from '@/lib/db/conversations/messages';
import { listSteps } from '@/lib/db/conversations/steps';
import { withholdAnswers } from '@/lib/operations/withhold-answers';
import { stepDetailSchemas } from '@/lib/shared/steps';
import type { Execution } from './execution';

/**
 * Brings back what a paused turn had written and found: its parts, with its action cards as they
 * stand now, and the numbers under which its passages were cited. What the person may not read any
 * more comes back neither as words nor as a passage.
 */
export async function restoreAnswer(execution: Execution): Promise<void> {
  const { turn, conversation, writer, scope, principal } = execution;
  scope.specialist = turn.specialist ?? undefined;
  const row = await findMessage(db(), conversation.id, turn.answerId);
  const [said] = row ? await withholdAnswers(principal, [row]) : [];
  if (said) writer.restore(storedParts(said));
  for (const action of await listTurnActions(db(), turn.id)) {
    writer.updateAction(toActionCard(action));
  }
  const retrievals = (await listSteps(turn.id)).filter(({ kind }) => kind === 'retrieval');
  const shown = retrievals.map(({ detail }) => stepDetailSchemas.retrieval.parse(detail));
  const ids = shown
    .filter(({ isAnswered }) => isAnswered)
    .flatMap(({ hits }) => hits.map(({ chunkId }) => chunkId));
  scope.sources.restore(ids, await findPassages(principal, ids));
}
