export type PageUnit = 'page' | 'sheet' | 'slide';

const units: Record<string, PageUnit> = {
  xlsx: 'sheet',
  ods: 'sheet',
  pptx: 'slide',
  odp: 'slide',
};

/** What the numbered parts of a document of this format are called; a key of the texts. */
export function pageUnit(format: string | null): PageUnit {
  return units[format ?? ''] ?? 'page';
}
