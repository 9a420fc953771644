import type { SearchResult } from '@/knowledge/search';
import { holdsWords } from './holds-words';
import type { Dependence } from './read-dependence';

/** What a search for one reading of a message found. */
export interface TriedReading extends Pick<SearchResult, 'hits' | 'confidence' | 'isAnswered'> {
  query: string;
}

/** A reading must be this much surer than a likelier one; much surer than a message that may stand alone. */
const margin = { surer: 0.05, muchSurer: 0.3 };
/** Which part of its own words must be spoken of, by how little a message leaves unsaid. */
const enough = { perhaps: 1, subject: 0.5, question: 0.5 };
/** How many of the best passages are looked at for the words of the message. */
const looked = 3;

/**
 * Which reading of a message is meant: the likeliest that is answered by passages which speak of
 * what the message itself names, and the message as it stands where none is.
 * @param alone the message as it stands
 * @param completed read with what was said before, likeliest first
 * @returns null when no reading is answered
 */
export function chooseReading(
  dependence: Exclude<Dependence, { kind: 'none' }>,
  alone: TriedReading,
  completed: TriedReading[],
): TriedReading | null {
  const { content, kind } = dependence;
  const sound = completed.filter(
    (tried) => tried.isAnswered && holdsWords(wordsOf(tried), content, enough[kind]),
  );
  const asItStands = alone.isAnswered && content.spans.length > 0 ? [alone] : [];
  if (kind === 'perhaps') {
    const surer = sound.find((tried) => tried.confidence > alone.confidence + margin.muchSurer);
    return asItStands[0] ?? surer ?? null;
  }
  const [first, ...others] = [...sound, ...asItStands];
  if (!first) return null;
  return others.reduce(
    (best, tried) => (tried.confidence > best.confidence + margin.surer ? tried : best),
    first,
  );
}

function wordsOf({ hits }: TriedReading): string {
  return hits
    .slice(0, looked)
    .flatMap(({ document, headingPath, text }) => [document, ...headingPath, text])
    .join('\n');
}
