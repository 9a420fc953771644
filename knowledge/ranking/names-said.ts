import { termHash } from '../words/term-hash';
import { tokenize } from '../words/tokenize';
import type { ChunkAnalysis } from './analyse-chunk';

/** A word with a capital that does not begin the sentence. */
const capital = /(?<=[\p{Ll}\d,;:'’)] )\p{Lu}[\p{L}’'-]+/gu;
/** Words with a capital that name nothing of its own. */
const noName =
  /^(?:I['’]\p{L}+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/**
 * How many of the names in an English question a passage says, from 0 to 1; null where the
 * question holds none, or capitals mean nothing because most of its words have one.
 */
export function shareOfNames(question: string, passage: ChunkAnalysis): number | null {
  const found = (question.match(capital) ?? []).filter((word) => !noName.test(word));
  const words = question.match(/\p{L}+/gu)?.length ?? 0;
  if (found.length === 0 || found.length > words / 2) return null;
  const terms = found.flatMap((name) => tokenize(name).map(({ term }) => termHash(term)));
  if (terms.length === 0) return null;
  return terms.filter((term) => passage.weights.has(term)).length / terms.length;
}
