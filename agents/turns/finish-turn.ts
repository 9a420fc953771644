import { saysNoSource } from '@/agents/no-source';
import { summarizeForPeople } from '@/agents/summarize-for-people';
import { toActionCard } from '@/agents/tools/to-action-card';
import { listTurnActions } from '@/lib/db/actions';
import { db, type Transaction } from '@/lib/db/client';
import { type Conversation, updateTurnCounters } from '@/lib/db/conversations';
import { deleteCheckpoint, type EndState, leaveTurn } from '@/lib/db/turns';
import { translate } from '@/lib/i18n/translate';
import { openCase } from '@/lib/operations/open-case';
import type { Execution } from './execution';
import { storeTurn } from './store-turn';
import type { TurnResult } from './turn-result';

export interface Ending {
  state: EndState;
  errorCode?: string;
}

/** After so many turns in a row that found nothing to answer from, a person is called. */
const unansweredLimit = 2;

/** Stores a turn's answer and end, and calls a person where one was asked for or is needed. */
export async function finishTurn(execution: Execution, ending: Ending): Promise<TurnResult> {
  const { turn, conversation, writer, scope, history } = execution;
  writer.endText();
  for (const action of await listTurnActions(db(), turn.id)) {
    writer.updateAction(toActionCard(action));
  }
  const unansweredCount = isUnanswered(execution) ? conversation.unansweredCount + 1 : 0;
  if (ending.state === 'completed' && unansweredCount >= unansweredLimit) {
    scope.escalation ??= {
      category: 'no-source',
      summary: summarizeForPeople(history),
    };
  }
  const { locale } = execution;
  if (scope.escalation && writer.text() === '') {
    writer.writeText(translate(locale, 'agents.person_called'));
    writer.endText();
  }
  writeNotices(execution, ending);
  const state = scope.escalation ? 'handed-off' : ending.state;
  return await storeTurn(execution, state, async (tx, own) => {
    if (own) await keepTrack(tx, execution, own, unansweredCount);
    await deleteCheckpoint(tx, turn.id);
    const specialist = scope.specialist;
    await leaveTurn(tx, turn, { ...ending, state: own ? state : 'handed-off', specialist });
  });
}

/** Whether the answer was that nothing was found: every model is told to say it in this sentence. */
function isUnanswered({ writer }: Execution): boolean {
  return saysNoSource(writer.text());
}

function writeNotices({ writer, scope }: Execution, { state }: Ending): void {
  const hasModelFailed = scope.steps.some(
    (step) => step.kind === 'error' && step.detail.code === 'model_failed',
  );
  if (state === 'stopped' || state === 'failed') writer.writeNotice(state);
  else if (hasModelFailed) writer.writeNotice('model-fallback');
  if (scope.escalation) writer.writeNotice('escalated');
}

async function keepTrack(
  tx: Transaction,
  { scope }: Execution,
  { id }: Conversation,
  unansweredCount: number,
): Promise<void> {
  await updateTurnCounters(tx, id, { unansweredCount, activeSpecialist: scope.specialist });
  if (!scope.escalation) return;
  const { category, summary } = scope.escalation;
  const startedAt = new Date();
  const { caseId } = await openCase(tx, { conversationId: id, category, summary });
  scope.record({
    kind: 'escalation',
    name: category,
    startedAt,
    durationMs: Date.now() - startedAt.getTime(),
    detail: { category, caseId },
  });
}
