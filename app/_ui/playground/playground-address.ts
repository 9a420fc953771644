import { z } from 'zod';
import { type RetrievalSettings, retrievalSettingsSchema } from '@/lib/shared/retrieval';
import type { ViewAs } from '@/lib/shared/trials';

/** What the address of the page says; settings only where they are others than those applied. */
interface PlaygroundAddress {
  query: string;
  viewAs: ViewAs;
  changes: Partial<RetrievalSettings>;
}

const { shape } = retrievalSettingsSchema;
const userPrefix = 'user:';

// What does not fit is as if it were not there.
const addressSchema = z.object({
  q: z.string().max(2_000).catch(''),
  as: z
    .union([
      z.enum(['guest', 'customer']).transform((kind): ViewAs => ({ kind })),
      z
        .string()
        .regex(/^user:\S{1,200}$/)
        .transform((text): ViewAs => ({ kind: 'user', id: text.slice(userPrefix.length) })),
    ])
    .catch({ kind: 'self' }),
  passages: numberIn(shape.passages),
  candidates: numberIn(shape.candidates),
  meaning: numberIn(shape.meaning),
  nearness: numberIn(shape.nearness),
  coverage: numberIn(shape.coverage),
  isReranked: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .catch(undefined),
  answeredFrom: numberIn(shape.answeredFrom),
});

function numberIn(range: z.ZodNumber) {
  const written = z.string().regex(/^\d{1,4}(\.\d{1,6})?$/);
  return written.transform(Number).pipe(range).optional().catch(undefined);
}

/** Reads a trial from the address of the page. */
export function readAddress(query: unknown): PlaygroundAddress {
  const { q, as, ...settings } = addressSchema.parse(query);
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  return { query: q, viewAs: as, changes: Object.fromEntries(given) };
}

/** The same trial as it stands in an address; empty for none. */
export function addressQuery({ query, viewAs, changes }: PlaygroundAddress): string {
  const params = new URLSearchParams();
  if (query) params.set('q', query);
  if (viewAs.kind === 'user') params.set('as', `${userPrefix}${viewAs.id}`);
  else if (viewAs.kind !== 'self') params.set('as', viewAs.kind);
  for (const [name, value] of Object.entries(changes)) params.set(name, String(value));
  return params.toString();
}
