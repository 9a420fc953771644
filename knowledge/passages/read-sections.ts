import { and, asc, eq, sql } from 'drizzle-orm';
import { chunks } from '@/drizzle/schema/knowledge';
import { db } from '@/lib/db/client';
import { given, statement } from '@/lib/db/statement';
import { estimateTokens, sizes } from '../text-size';
import type { Hydrated } from './hydrate';
import type { SectionChunk } from './passage';

interface Row extends SectionChunk {
  versionId: string;
  section: number;
  seq: number;
}

const selectSections = statement('read-sections', (database) =>
  database
    .select({
      chunkId: chunks.id,
      versionId: chunks.versionId,
      section: chunks.section,
      seq: chunks.seq,
      page: chunks.page,
      text: chunks.text,
    })
    .from(chunks)
    .where(
      and(
        eq(chunks.isDisabled, false),
        sql`(${chunks.versionId}, ${chunks.section}) in (
          select * from unnest(${given('versionIds')}::text[], ${given('sections')}::int[]))`,
      ),
    )
    .orderBy(asc(chunks.seq)),
);

/**
 * The section around each of the chunks found, as much of it as `sizes.section` holds: small chunks
 * are found, large ones are understood. A chunk stands in one section only, that of the best hit.
 * @returns by chunk id
 */
export async function readSections(found: Hydrated[]): Promise<Map<string, SectionChunk[]>> {
  if (found.length === 0) return new Map();
  const rows = await selectSections(db(), {
    versionIds: found.map(({ versionId }) => versionId),
    sections: found.map(({ section }) => section),
  });
  const bySection = Map.groupBy(rows, keyOf);
  const taken = new Set(found.map(({ chunkId }) => chunkId));
  return new Map(
    found.map((hit) => [hit.chunkId, around(hit, bySection.get(keyOf(hit)) ?? [], taken)]),
  );
}

function keyOf({ versionId, section }: Pick<Row, 'versionId' | 'section'>): string {
  return `${versionId} ${section}`;
}

/** Neighbours join on both sides in turn, the nearest first, until the section is full. */
function around(hit: Hydrated, section: Row[], taken: Set<string>): SectionChunk[] {
  const at = section.findIndex(({ chunkId }) => chunkId === hit.chunkId);
  const kept = new Set([hit.chunkId]);
  let tokens = estimateTokens(hit.text);
  const byDistance = section
    .map((row, index) => ({ row, distance: Math.abs(index - at) }))
    .sort((a, b) => a.distance - b.distance);
  for (const { row } of byDistance) {
    if (taken.has(row.chunkId)) continue;
    tokens += estimateTokens(row.text);
    if (tokens > sizes.section) break;
    kept.add(row.chunkId);
    taken.add(row.chunkId);
  }
  return section
    .filter(({ chunkId }) => kept.has(chunkId))
    .map(({ chunkId, page, text }) => ({ chunkId, page, text }));
}
