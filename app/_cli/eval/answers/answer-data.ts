import { leaveTitlesOut } from '../leave-titles-out';
import { readRetrievalSet } from '../retrieval-set';

/** Questions asked of each kind at most. */
const mostQuestions = 500;

/**
 * A corpus, questions evenly taken from all of its, those that it only seems to answer, and the
 * passages that are left out where half of the answers are to be missing.
 * @throws CommandProblem when a file is missing or a line of it is not as described in the data's README.
 */
export async function readAnswerData(folder: string) {
  const set = await readRetrievalSet(folder);
  const kept = new Set(leaveTitlesOut(set).corpus.map(({ id }) => id));
  const ids = set.corpus.map(({ id }) => id);
  return {
    corpus: set.corpus,
    questions: sample(set.queries),
    nearMisses: sample(set.nearMisses).map(({ text }) => text),
    leftOut: new Set(ids.filter((id) => !kept.has(id))),
  };
}

function sample<T>(all: T[]): T[] {
  const step = Math.max(1, Math.floor(all.length / mostQuestions));
  return all.filter((_, at) => at % step === 0).slice(0, mostQuestions);
}
