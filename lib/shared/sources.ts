import { z } from 'zod';
import { visibilitySchema } from '@/lib/auth/visibility';

/** Why a source, or one thing of it, could not be taken: a closed list. The sentences stand in `sources.faults`. */
const sourceFaultCodes = [
  'address_invalid',
  'address_refused',
  'name_unknown',
  'unreachable',
  'timed_out',
  'too_large',
  'too_many_redirects',
  'undecodable',
  'http_status',
  'robots_refused',
  'robots_unavailable',
  'no_sitemap',
  'not_a_sitemap',
  'nothing_listed',
  'too_many_items',
  'too_many_sites',
  'too_deep',
  'other_site',
  'folder_missing',
  'unreadable',
  'gone',
  'changed_while_read',
  'key_too_long',
  'out_of_time',
  'listing_too_slow',
  'internal',
] as const;
export const sourceFaultCodeSchema = z.enum(sourceFaultCodes);
export type SourceFaultCode = z.infer<typeof sourceFaultCodeSchema>;

const count = z.number().int().nonnegative();
const countsSchema = z.object({
  found: count,
  added: count,
  changed: count,
  unchanged: count,
  removed: count,
  failed: count,
});

/** How many faults of a run are kept by name; `failed` counts all. */
export const keptFaults = 50;

/** What a run found and did, as it is stored. */
export const sourceOutcomeSchema = countsSchema.extend({
  /** Whether all that the source holds was seen: only then is removed what was not among it. */
  isComplete: z.boolean(),
  faults: z
    .array(
      z.object({
        key: z.string(),
        reason: sourceFaultCodeSchema,
        values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
      }),
    )
    .max(keptFaults),
});
export type SourceOutcome = z.infer<typeof sourceOutcomeSchema>;

/** How far a run is. */
export const sourceProgressSchema = z.object({ found: count, done: count });
export type SourceProgress = z.infer<typeof sourceProgressSchema>;

/** A source as `GET /api/sources` and `GET /api/sources/:id` tell of it. */
export const sourceViewSchema = z.object({
  id: z.string(),
  /** A name of `knowledge/sources/connectors.ts`. */
  kind: z.string(),
  name: z.string(),
  config: z.record(z.string(), z.unknown()),
  visibility: visibilitySchema,
  everyMinutes: z.number().int(),
  isPaused: z.boolean(),
  state: z.enum(['idle', 'running', 'failed']),
  /** Null unless it is running. */
  progress: sourceProgressSchema.nullable(),
  /** What the last finished run did; null before the first. */
  outcome: countsSchema
    .extend({
      isComplete: z.boolean(),
      faults: z.array(z.object({ key: z.string(), code: z.string(), message: z.string() })),
    })
    .nullable(),
  /** Why the last run could not be done at all, in the reader's language. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** Documents that come from it now. */
  documents: count,
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** Null while it is paused. */
  nextRunAt: z.string().nullable(),
  createdAt: z.string(),
});
export type SourceView = z.infer<typeof sourceViewSchema>;

const name = z.string().trim().min(1).max(200);
/** From every five minutes to every four weeks. */
const everyMinutes = z.number().int().min(5).max(40_320);

/** Body of `POST /api/sources`. What `config` holds, the connector of the kind says. */
export const newSourceSchema = z.object({
  kind: z.string(),
  /** Made of the config when absent. */
  name: name.optional(),
  config: z.record(z.string(), z.unknown()),
  visibility: visibilitySchema,
  everyMinutes: everyMinutes.default(60),
});
export type NewSourceFields = z.infer<typeof newSourceSchema>;

/** Body of `PATCH /api/sources/:id`: what is absent stays. */
export const sourceChangesSchema = z
  .object({
    name,
    config: z.record(z.string(), z.unknown()),
    visibility: visibilitySchema,
    everyMinutes,
    isPaused: z.boolean(),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'nothing to change');
export type SourceChanges = z.infer<typeof sourceChangesSchema>;

/** One kind of source, and what has to be known of one, for the form of the page. */
export interface SourceKind {
  kind: string;
  label: string;
  fields: {
    name: string;
    label: string;
    hint: string;
    /** Several values, one to a line. */
    isList: boolean;
    isRequired: boolean;
  }[];
}
