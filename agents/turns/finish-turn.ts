import { shortfalls } from '@/agents/limits/shortfall';
import { saysNoSource } from '@/agents/no-source';
import { summarizeForPeople } from '@/agents/summarize-for-people';
import { team } from '@/agents/team';
import { toActionCard } from '@/agents/tools/to-action-card';
import type { TurnScope } from '@/agents/turn-scope';
import { listTurnActions } from '@/lib/db/actions/actions';
import { db, type Transaction } from '@/lib/db/client';
import { type Conversation, updateTurnCounters } from '@/lib/db/conversations/conversations';
import {
  deleteCheckpoint,
  type EndState,
  isFirstRun,
  leaveTurn,
} from '@/lib/db/conversations/turns';
import { translate } from '@/lib/i18n/translate';
import { openCase } from '@/lib/operations/open-case';
import { toStoredPolicy } from '@/lib/shared/policy-state';
import type { Execution } from './execution';
import { noticeAway } from './notice-away';
import { noticeRemembered } from './notice-remembered';
import { storeTurn } from './store-turn';
import type { TurnResult } from './turn-result';

export interface Ending {
  state: EndState;
  errorCode?: string;
}

/** After so many turns in a row that found nothing to answer from, a person is called. */
const unansweredLimit = 2;

/** Stores a turn's answer and end, and calls a person where one was asked for or is needed. */
export async function finishTurn(execution: Execution, reached: Ending): Promise<TurnResult> {
  const { turn, conversation, writer, scope, history } = execution;
  const ending = withShortfall(reached, scope);
  writer.endText();
  // Cards are part of an answer only after a pause.
  const actions = isFirstRun(turn) ? [] : await listTurnActions(db(), turn.id);
  for (const action of actions) writer.updateAction(toActionCard(action));
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
  noticeRemembered(execution);
  noticeAway(execution);
  writeNotices(execution, ending);
  const state = scope.escalation ? 'handed-off' : ending.state;
  return await storeTurn(execution, state, async (tx, own) => {
    if (own) await keepTrack(tx, execution, own, { state, unansweredCount });
    if (!isFirstRun(turn)) await deleteCheckpoint(tx, turn.id);
    const specialist = scope.specialist;
    await leaveTurn(tx, turn, { ...ending, state: own ? state : 'handed-off', specialist });
  });
}

/** A turn that gave up before everything was answered is not completed. */
function withShortfall(ending: Ending, { shortfall }: TurnScope): Ending {
  if (!shortfall || ending.state !== 'completed') return ending;
  return { state: 'failed', errorCode: shortfalls[shortfall].errorCode };
}

/** Whether the answer was that nothing was found: every model is told to say it in this sentence. */
function isUnanswered({ writer }: Execution): boolean {
  return saysNoSource(writer.text());
}

function writeNotices({ writer, scope }: Execution, { state }: Ending): void {
  const { shortfall } = scope;
  if (state === 'failed' && shortfall) writer.writeNotice(shortfalls[shortfall].notice);
  else if (state === 'stopped' || state === 'failed') writer.writeNotice(state);
  else if (scope.standIn) writer.writeNotice(scope.standIn);
  if (scope.escalation) writer.writeNotice('escalated');
}

async function keepTrack(
  tx: Transaction,
  { scope }: Execution,
  own: Conversation,
  { state, unansweredCount }: { state: EndState; unansweredCount: number },
): Promise<void> {
  // Whoever asks again after a failure or a stop meets the same rules as before.
  const isOver = state === 'completed' || state === 'handed-off';
  const policy = isOver ? toStoredPolicy(scope.policy, own) : undefined;
  const activeSpecialist = scope.specialist;
  await updateTurnCounters(tx, own.id, { unansweredCount, activeSpecialist, policy });
  if (!scope.escalation) return;
  const { category, teamId = team().find(scope.specialist)?.team, ...wanted } = scope.escalation;
  const startedAt = new Date();
  const { caseId } = await openCase(tx, { conversationId: own.id, category, teamId, ...wanted });
  scope.record({
    kind: 'escalation',
    name: category,
    startedAt,
    durationMs: Date.now() - startedAt.getTime(),
    detail: { category, caseId },
  });
}
