import { z } from 'zod';

/** What the numbered parts of a document are called; a key of the texts. */
export const pageUnitSchema = z.enum(['page', 'sheet', 'slide']);
export type PageUnit = z.infer<typeof pageUnitSchema>;

const units: Record<string, PageUnit> = {
  xlsx: 'sheet',
  ods: 'sheet',
  pptx: 'slide',
  odp: 'slide',
};

/** What the numbered parts of a document of this format are. */
export function pageUnit(format: string | null): PageUnit {
  return units[format ?? ''] ?? 'page';
}
