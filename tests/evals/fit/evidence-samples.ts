import { leaveTitlesOut, type PartOfSet, partOfSet } from '@/app/_cli/eval/leave-titles-out';
import { openPassageDesk } from '@/app/_cli/eval/passage-desk';
import type { RetrievalSet, SetQuery } from '@/app/_cli/eval/retrieval-set';
import { analyseChunk } from '@/knowledge/ranking/analyse-chunk';
import { type Evidence, passagesLookedAt, readEvidence } from '@/knowledge/ranking/evidence';

/** What was found for one question; no evidence at all is null. */
export interface Sample {
  evidence: Evidence | null;
  isAnswered: boolean;
}

/** How many passages a small collection has: about what a desk begins with. */
const smallCollection = 25;

/** The questions of a set, asked where half of the titles are missing. */
export async function sampleHalves(set: RetrievalSet): Promise<Sample[]> {
  const { corpus, answered, unanswered } = leaveTitlesOut(set);
  return samplePart({ corpus, answered, unanswered });
}

/**
 * The questions of a set, asked in small collections cut from it in order: those that they answer,
 * and as many about titles that they do not have.
 */
export async function sampleSmall({ corpus, queries }: RetrievalSet): Promise<Sample[]> {
  const samples: Sample[] = [];
  const titleOf = new Map(corpus.map(({ id, title }) => [id, title || id]));
  for (let from = 0; from + smallCollection <= corpus.length; from += smallCollection) {
    const part = partOfSet(corpus.slice(from, from + smallCollection), queries);
    const titles = new Set(part.corpus.map(({ title, id }) => title || id));
    const isElsewhere = ({ gold }: SetQuery) =>
      !gold.some((id) => titles.has(titleOf.get(id) ?? id));
    const elsewhere = part.unanswered.filter(isElsewhere);
    const step = elsewhere.length / Math.max(1, part.answered.length);
    const unanswered = part.answered.flatMap((_, at) => elsewhere[Math.floor(at * step)] ?? []);
    samples.push(...(await samplePart({ ...part, unanswered })));
  }
  return samples;
}

async function samplePart({ corpus, answered, unanswered }: PartOfSet): Promise<Sample[]> {
  const ask = openPassageDesk(corpus);
  const sample = async ({ text }: SetQuery, isAnswered: boolean): Promise<Sample> => {
    const { shown, statistics } = await ask(text);
    const passages = shown.slice(0, passagesLookedAt).map(({ item }) => analyseChunk(item));
    return { evidence: readEvidence(text, statistics, passages), isAnswered };
  };
  return [
    ...(await Promise.all(answered.map((query) => sample(query, true)))),
    ...(await Promise.all(unanswered.map((query) => sample(query, false)))),
  ];
}
