import { Command, GraphRecursionError, isInterrupted } from '@langchain/langgraph';
import { z } from 'zod';
import { citationsOf, citationsOfHalf } from '@/agents/cite';
import { giveUp } from '@/agents/limits/give-up';
import { turnLimits } from '@/agents/limits/turn-limits';
import { factsOf, saidByPerson } from '@/agents/memory/facts-of';
import { keepSummaryLater } from '@/agents/memory/keep-summary';
import { readMemory } from '@/agents/memory/read-memory';
import { turnGraph } from '@/agents/supervisor';
import { loadConnectedTools } from '@/agents/tools/connected/load-connected-tools';
import { TurnScope } from '@/agents/turn-scope';
import { db } from '@/lib/db/client';
import { findCheckpoint, isFirstRun } from '@/lib/db/conversations/turns';
import { newId } from '@/lib/ids';
import { detectLocale } from '@/lib/locale';
import { log } from '@/lib/log';
import { withModelCalls } from '@/lib/models/model-call-log';
import { storeModelCalls } from '@/lib/models/record-model-call';
import { withholdAnswers } from '@/lib/operations/withhold-answers';
import { readStoredPolicy } from '@/lib/shared/policy-state';
import { TimeOver, withinTime } from '@/lib/within-time';
import { AnswerWriter } from './answer-writer';
import { citedBefore } from './cited-before';
import type { Execution, TurnTask } from './execution';
import { type Ending, finishTurn } from './finish-turn';
import { toHistory } from './history';
import { keepRunContextLean } from './lean-run-context';
import type { StopReason } from './live-turns';
import { pauseSaver } from './pause-saver';
import { pauseTurn } from './pause-turn';
import { restoreAnswer } from './restore-answer';
import { TurnRecorder } from './turn-recorder';
import type { TurnResult } from './turn-result';

/**
 * Runs a turn to its end or pause. What goes wrong inside becomes an honest message, not an
 * exception. A turn with a checkpoint goes on where it paused; any other starts afresh.
 * @throws AppError or a database error when the outcome could not be stored: the turn is still
 * open then, and recovery runs it again. Also when another turn has taken its place.
 */
export async function executeTurn(task: TurnTask): Promise<TurnResult> {
  const { turn, live } = task;
  live.stream.write({
    type: 'start',
    messageId: turn.answerId,
    messageMetadata: { author: { kind: 'ai' }, turnId: turn.id },
  });
  const execution = await prepare(task);
  try {
    const outcome = await runGraph(execution);
    live.isSettled = true;
    writeCitations(execution, 'pending' in outcome || outcome.state === 'completed');
    if ('pending' in outcome) return await pauseTurn(execution, outcome.pending);
    const result = await finishTurn(execution, outcome);
    keepSummaryLater(execution.conversation, execution.principal);
    return result;
  } finally {
    await pauseSaver().deleteThread(turn.id);
  }
}

/** @param isWhole whether the answer came to its end */
function writeCitations({ writer, scope }: Execution, isWhole: boolean): void {
  writer.endText();
  const brokeOff = writer.parts.some(
    (part) => part.type === 'data-notice' && part.data.code === 'broken-off',
  );
  const isHalf = brokeOff || !isWhole;
  const cited = isHalf ? citationsOfHalf : citationsOf;
  const citations = cited(writer.text(), scope.sources);
  if (citations.length > 0) writer.writeCitations(citations);
}

async function prepare(task: TurnTask): Promise<Execution> {
  const { turn, conversation, principal, live } = task;
  const [{ rows, summary }, facts, connected] = await Promise.all([
    readMemory(conversation, principal),
    factsOf(principal),
    loadConnectedTools(),
  ]);
  const earlier = rows.filter(({ turnId, isQueued }) => turnId !== turn.id && !isQueued);
  // A model must not say again what the person may not read any more.
  const history = toHistory(await withholdAnswers(principal, earlier));
  const locale = detectLocale(history.at(-1)?.text ?? '');
  const scope = new TurnScope(citedBefore(rows), summary);
  const writer = new AnswerWriter(live.stream, () => scope.specialist);
  live.writer = writer;
  scope.facts = facts;
  scope.connected = connected;
  scope.saidByPerson = saidByPerson(history);
  scope.policy = readStoredPolicy(conversation.policy, conversation.ownerVersion);
  scope.say = (text) => {
    writer.writeText(text);
    writer.endText();
  };
  return { ...task, history, locale, scope, writer };
}

/** @returns how the turn ends, or the ids of the actions that wait for consent. */
async function runGraph(execution: Execution): Promise<Ending | { pending: string[] }> {
  try {
    const pending = await invokeGraph(execution);
    return pending.length > 0 ? { pending } : { state: 'completed' };
  } catch (error) {
    if (execution.live.replaced) {
      // Nothing of it is kept but what its calls have cost.
      await storeModelCalls(db(), execution.scope.modelCalls);
      throw error;
    }
    return endingOf(error, execution);
  }
}

const interruptSchema = z.object({ actionId: z.string() });

async function invokeGraph(execution: Execution): Promise<string[]> {
  const { turn, conversation, principal, live, scope, writer, history, locale } = execution;
  const snapshot = isFirstRun(turn) ? null : await findCheckpoint(turn.id);
  if (snapshot) {
    pauseSaver().import(turn.id, snapshot);
    await restoreAnswer(execution);
  }
  const fresh = { messages: history, active: conversation.activeSpecialist };
  const calls = { turnId: turn.id, conversationId: conversation.id, log: scope };
  const options = {
    configurable: { thread_id: turn.id },
    context: { principal, conversationId: conversation.id, turnId: turn.id, locale, scope },
    callbacks: [new TurnRecorder(scope, writer)],
    durability: 'exit' as const,
  };
  keepRunContextLean();
  const output = await withinTime(turnLimits.time, live.abort.signal, (signal) =>
    withModelCalls(calls, () =>
      turnGraph().invoke(snapshot ? new Command({ resume: 'decided' }) : fresh, {
        ...options,
        signal,
      }),
    ),
  );
  if (!isInterrupted(output)) return [];
  return output.__interrupt__.map(({ value }) => interruptSchema.parse(value).actionId);
}

/** What a failed run means for the turn; anything but a stop is logged under an id. */
function endingOf(error: unknown, { live, turn, scope, history }: Execution): Ending {
  if (live.abort.signal.aborted) return { state: live.abort.signal.reason as StopReason };
  if (error instanceof TimeOver) {
    giveUp(scope, history, 'time');
    return { state: 'completed' };
  }
  const logId = newId();
  const errorCode = error instanceof GraphRecursionError ? 'too_many_steps' : 'turn_failed';
  log().error({ event: 'turn-failed', id: logId, turnId: turn.id, errorCode, err: error });
  scope.record({
    kind: 'error',
    name: errorCode,
    startedAt: new Date(),
    durationMs: 0,
    detail: { code: errorCode, logId },
  });
  return { state: 'failed', errorCode };
}
