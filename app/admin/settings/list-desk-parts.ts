import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';

/** Names that a part has where nothing of one's own is set; their words stand in the catalogue. */
export const ownNames = ['embedded', 'builtin', 'none'] as const;

/** A part of the desk and what serves as it: a name, never an address or a key. */
export interface DeskPart {
  part: 'database' | 'index' | 'reader' | 'model' | 'embeddings';
  name: string;
}

/** What serves as each part of this desk. */
export async function listDeskParts(): Promise<DeskPart[]> {
  const { QDRANT_URL, UNSTRUCTURED_API_URL, MODEL, EMBEDDINGS } = env();
  return [
    { part: 'database', name: await databaseName() },
    { part: 'index', name: QDRANT_URL ? 'Qdrant' : 'embedded' },
    { part: 'reader', name: UNSTRUCTURED_API_URL ? 'Unstructured' : 'embedded' },
    { part: 'model', name: MODEL },
    { part: 'embeddings', name: EMBEDDINGS },
  ];
}

/** With its version, without what a distribution adds to that. */
async function databaseName(): Promise<string> {
  const rows = await db().execute(sql`select current_setting('server_version') as version`);
  const { version } = z.object({ version: z.string() }).parse(rows[0]);
  return `PostgreSQL ${version.split(' ')[0]}`;
}
