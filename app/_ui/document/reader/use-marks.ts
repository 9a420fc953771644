import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { passageMarks } from '@/app/_ui/document/passages/passage-marks';
import type { ChunkView } from '@/lib/shared/chunks';
import type { DocumentElement } from '@/lib/shared/documents';
import { elementKey, elementMarks } from './element-marks';
import type { Mark } from './marks';
import { passageElements } from './passage-elements';
import type { ReadSide } from './read-pane';

interface Options {
  side: ReadSide;
  page: number | null;
  /** Absent until they are loaded, as are the elements. */
  chunks: ChunkView[] | undefined;
  elements: DocumentElement[] | undefined;
}

/** Where what is shown on the right stands on the left. */
export function useMarks({ side, page, chunks = [], elements = [] }: Options) {
  const t = useTranslations('document');
  const marks: Mark[] = useMemo(
    () =>
      side === 'passages'
        ? passageMarks(chunks, page, (number, words) => t('mark.passage', { number, words }))
        : elementMarks(elements, (kind, words) =>
            t('mark.element', { kind: t(`kinds.${kind}`), words }),
          ),
    [side, page, chunks, elements, t],
  );

  /** What a passage said when it was read; null for what is none. */
  function wordsOf(active: string | null): string | null {
    const chunk = chunks.find(({ id }) => id === active);
    return chunk ? chunk.edit?.originalText || chunk.text : null;
  }

  /** Positions of the elements that a passage is made of, for where there is no picture. */
  function elementsOf(active: string | null): Set<number> {
    const words = wordsOf(active);
    const texts = elements.map(({ text }) => text);
    if (words !== null) return passageElements(words, texts);
    return new Set(elements.flatMap((_, index) => (elementKey(index) === active ? [index] : [])));
  }

  return { marks, elementsOf, wordsOf };
}
