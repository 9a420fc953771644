import type { Mark } from '@/app/_ui/document/reader/marks';
import { openingWords } from '@/app/_ui/document/reader/opening-words';
import type { ReadablePassage } from '@/lib/shared/chunks';

/** Where passages stand on a page; those without a place on it are left out. */
export function passageMarks(
  chunks: Pick<ReadablePassage, 'id' | 'seq' | 'text' | 'boxes'>[],
  page: number | null,
  label: (number: number, words: string) => string,
): Mark[] {
  return chunks.flatMap(({ id, seq, text, boxes }) => {
    const areas = boxes.filter((box) => box.page === page);
    return areas.length > 0 ? [{ key: id, label: label(seq + 1, openingWords(text)), areas }] : [];
  });
}
