import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readJsonLines } from '../read-json-lines';

const passageSchema = z.object({ id: z.string(), title: z.string(), text: z.string() });
export type CorpusPassage = z.infer<typeof passageSchema>;

const questionSchema = z.object({
  text: z.string(),
  gold: z.array(z.string()),
  answers: z.array(z.string()).default([]),
});
export type Question = z.infer<typeof questionSchema>;

const nearMissSchema = z.object({ text: z.string() });

/** Questions asked of each kind at most. */
const mostQuestions = 500;

/**
 * A corpus, questions evenly taken from all of its, and those that it only seems to answer.
 * @throws Error when a file is missing or a line of it is not as described in the data's README.
 */
export async function readAnswerData(folder: string) {
  const corpus = await readJsonLines(path.join(folder, 'corpus.jsonl'), passageSchema);
  const questions = await readJsonLines(path.join(folder, 'queries.jsonl'), questionSchema);
  const nearMisses = path.join(folder, 'unanswerable.jsonl');
  return {
    corpus,
    questions: sample(questions),
    nearMisses: existsSync(nearMisses)
      ? sample(await readJsonLines(nearMisses, nearMissSchema)).map(({ text }) => text)
      : [],
  };
}

/** The passages of every second distinct title, in file order. */
export function halfOfTitles(corpus: CorpusPassage[]): Set<string> {
  const titles = [...new Set(corpus.map(titleOf))];
  const left = new Set(titles.filter((_, at) => at % 2 === 1));
  return new Set(corpus.filter((passage) => left.has(titleOf(passage))).map(({ id }) => id));
}

const titleOf = ({ title, id }: CorpusPassage) => title || id;

function sample<T>(all: T[]): T[] {
  const step = Math.max(1, Math.floor(all.length / mostQuestions));
  return all.filter((_, at) => at % step === 0).slice(0, mostQuestions);
}
