import path from 'node:path';
import { startTurn } from '@/agents/run-turn';
import type { TurnResult } from '@/agents/turns/turn-result';
import { startWorker } from '@/app/_jobs/worker';
import { toGuest } from '@/lib/auth/to-principal';
import { newId } from '@/lib/ids';
import { detectLocale } from '@/lib/locale';
import { printJson } from '../../output';
import { showProgress } from '../../progress-bar';
import type { SetQuery } from '../retrieval-set';
import { readAnswerData } from './answer-data';
import { openCorpusDesk } from './corpus-desk';
import { holdsSpan } from './judge-answer';

/** Shares of the questions asked, 0 to 1; null where the data has none of a kind. */
interface AnswersReport {
  set: string;
  questions: number;
  /** An answer of at most 60 words, or 120 Chinese characters, holds a gold span. */
  spanInAnswer: number | null;
  /** The first citation is a gold passage. */
  goldCited: number | null;
  /** Every second title left out: refused of the questions on those, and of the others. */
  refusedUnanswerable: number | null;
  refusedAnswerable: number | null;
  /** Refused of the questions that the corpus only seems to answer. */
  refusedNearMiss: number | null;
}

interface Answered<Q> {
  question: Q;
  result: TurnResult;
}

/**
 * Asks a desk that holds a corpus as its documents, as guests do, each question in a conversation
 * of its own, with whatever model the environment names. The desk should hold nothing else.
 */
export async function evalAnswers(
  folder: string,
  options: { json?: boolean },
): Promise<AnswersReport> {
  const { corpus, questions, nearMisses, leftOut } = await readAnswerData(folder);
  const stopWorker = await startWorker();
  try {
    const desk = await openCorpusDesk(corpus);
    const cited = ({ result }: Answered<unknown>) => {
      const [first] = result.citations;
      return first ? desk.passagesOf(first.documentId) : [];
    };
    const all = await askEach(questions, ({ text }) => text);
    const missed = await askEach(nearMisses, (text) => text);
    await desk.remove(leftOut);
    const half = await askEach(questions, ({ text }) => text);
    const isLeft = ({ question }: Answered<SetQuery>) =>
      question.gold.every((id) => leftOut.has(id));
    const withSpans = all.filter(({ question }) => question.answers.length > 0);
    const report: AnswersReport = {
      set: path.basename(path.resolve(folder)),
      questions: questions.length,
      spanInAnswer: share(withSpans, ({ question, result }) =>
        holdsSpan(result.answer, question.answers),
      ),
      goldCited: share(all, (one) => cited(one).some((id) => one.question.gold.includes(id))),
      refusedUnanswerable: share(half.filter(isLeft), isRefused),
      refusedAnswerable: share(
        half.filter((one) => !isLeft(one)),
        isRefused,
      ),
      refusedNearMiss: share(missed, isRefused),
    };
    if (options.json) printJson(report);
    else console.table(report);
    return report;
  } finally {
    await stopWorker();
  }
}

/** An answer without a source is none. */
const isRefused = ({ result }: Answered<unknown>) => result.citations.length === 0;

async function askEach<Q>(questions: Q[], textOf: (question: Q) => string) {
  const bars = showProgress();
  const answered: Answered<Q>[] = [];
  for (const question of questions) {
    answered.push({ question, result: await ask(textOf(question)) });
    const done = answered.length;
    bars.update('questions', done / questions.length, `${done} of ${questions.length}`);
  }
  bars.clear();
  return answered;
}

async function ask(text: string): Promise<TurnResult> {
  const principal = toGuest(newId(), detectLocale(text));
  const message = { id: newId(), text };
  const turn = await startTurn({ principal, conversationId: crypto.randomUUID(), message });
  return await turn.result;
}

function share<T>(all: T[], is: (one: T) => boolean): number | null {
  if (all.length === 0) return null;
  return Math.round((all.filter(is).length / all.length) * 10_000) / 10_000;
}
