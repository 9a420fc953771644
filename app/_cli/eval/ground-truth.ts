import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const pagesSchema = z.union([z.number(), z.array(z.number())]).transform((value) => [value].flat());

const snippetSchema = z
  .object({ text: z.string(), page: pagesSchema.optional(), slide: pagesSchema.optional() })
  .transform(({ text, page, slide }) => ({ text, pages: page ?? slide ?? null }));

const cellSchema = z.object({
  row: z.string(),
  column: z.string().optional(),
  value: z.coerce.string(),
});

/** What must come out of one document. Fields that only explain are left out. */
export const groundTruthSchema = z.object({
  file: z.string(),
  format: z.string(),
  language: z.string(),
  awkward: z.boolean(),
  outcome: z.enum([
    'text',
    'text_after_ocr',
    'no_text',
    'by_content_or_refuse',
    'refuse_empty',
    'refuse_password',
    'refuse_corrupt',
    'refuse_type',
    'refuse_limits',
  ]),
  /** `pages`: each of them is right; null where the format has none. */
  snippets: z.array(snippetSchema).default([]),
  table_cells: z.array(cellSchema).default([]),
  reading_order: z.array(z.string()).default([]),
  must_not_contain: z.array(z.string()).default([]),
  exactly_once: z.array(z.string()).default([]),
  optional_snippets: z
    .array(z.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)]))
    .default([]),
  limits: z.object({ seconds: z.number(), extra_memory_mb: z.number() }).optional(),
});
export type GroundTruth = z.output<typeof groundTruthSchema>;

/**
 * The ground truth of every document in `<directory>/ground_truth`, by name.
 * @throws Error when the folder is missing, ZodError for a file of another shape
 */
export async function readGroundTruth(directory: string): Promise<GroundTruth[]> {
  const folder = path.join(directory, 'ground_truth');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) =>
      groundTruthSchema.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8'))),
    ),
  );
}
