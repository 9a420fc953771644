import { z } from 'zod';

const coordinatesSchema = z.object({
  points: z.array(z.tuple([z.number(), z.number()])).min(2),
  system: z.string(),
  layout_width: z.number().positive(),
  layout_height: z.number().positive(),
});
export type Coordinates = z.infer<typeof coordinatesSchema>;

/** What is odd about a place or a rank costs the element that, never its text. */
const metadataSchema = z.object({
  page_number: z.number().int().positive().nullish().catch(null),
  text_as_html: z.string().nullish().catch(null),
  category_depth: z.number().int().min(0).nullish().catch(null),
  coordinates: coordinatesSchema.nullish().catch(null),
});

/** One element as Unstructured answers it. Types that are not known here are let through. */
const partitionedElementSchema = z.object({
  type: z.string(),
  text: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  metadata: metadataSchema.nullish().transform((metadata) => metadata ?? {}),
});
export type PartitionedElement = z.infer<typeof partitionedElementSchema>;

export const partitionAnswerSchema = z.array(partitionedElementSchema);
