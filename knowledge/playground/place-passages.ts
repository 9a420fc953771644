import type { LeftOutPassage, TrialPassage } from '@/lib/shared/trials';
import { analyseChunk } from '../ranking/analyse-chunk';
import { isNearDuplicate } from '../ranking/near-duplicates';
import type { ReadPassage } from './read-considered';

/** Gives the different passages their places, and those that say the same the place of their like. */
export function placePassages(passages: ReadPassage[]): {
  hits: TrialPassage[];
  leftOut: LeftOutPassage[];
} {
  const different = passages.filter(({ outcome }) => outcome !== 'near-duplicate');
  const places = new Map(different.map(({ chunkId }, at) => [chunkId, at + 1]));
  const placed = passages.map(({ outcome, ...passage }) => {
    return { outcome, passage: { ...passage, place: places.get(passage.chunkId) ?? null } };
  });
  const of = (isShown: boolean) =>
    placed.filter(({ outcome }) => (outcome === 'shown') === isShown).map(({ passage }) => passage);
  const hits = of(true);
  const likes = hits.map((passage) => ({ place: passage.place, analysis: analyse(passage) }));
  const leftOut = of(false).map((passage) => {
    if (passage.place !== null) return { ...passage, sameAs: null };
    const own = analyse(passage);
    const like = likes.find(({ analysis }) => isNearDuplicate(analysis, own));
    return { ...passage, sameAs: like?.place ?? null };
  });
  return { hits, leftOut };
}

function analyse({ title, headings, text }: TrialPassage) {
  const headingPath = headings.map((heading) => heading.text);
  return analyseChunk({ title: title.text, headingPath, text: text.text });
}
