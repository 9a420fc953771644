import type { DocumentElement } from '@/lib/shared/documents';
import type { Mark } from './marks';
import { openingWords } from './opening-words';

/** The key of an element: its position among those of its page. */
export const elementKey = (index: number) => `element-${index}`;

/** Where elements stand on their page; those without a place are left out. */
export function elementMarks(
  elements: DocumentElement[],
  label: (kind: DocumentElement['kind'], words: string) => string,
): Mark[] {
  return elements.flatMap(({ kind, text, boxes = [] }, index) =>
    boxes.length > 0
      ? [{ key: elementKey(index), label: label(kind, openingWords(text)), areas: boxes }]
      : [],
  );
}
