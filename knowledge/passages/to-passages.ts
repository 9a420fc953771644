import { pageUnit } from '@/lib/shared/page-unit';
import type { Hydrated } from './hydrate';
import type { Passage } from './passage';
import { readSections } from './read-sections';

/** Ranked chunks as passages, each with its section. */
export async function toPassages(ranked: { item: Hydrated; score: number }[]): Promise<Passage[]> {
  const sections = await readSections(ranked.map(({ item }) => item));
  return ranked.map(({ item, score }): Passage => {
    const { chunkId, documentId, title, page, pageTo, format, headingPath, text } = item;
    const section = sections.get(chunkId) ?? [{ chunkId, page, text }];
    return {
      chunkId,
      documentId,
      document: title,
      page,
      pageTo,
      unit: pageUnit(format),
      headingPath,
      text,
      section,
      score,
    };
  });
}
