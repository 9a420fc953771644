import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities } from '@/lib/auth/visibility';
import { hydrateCandidates } from './hydrate';
import type { Passage } from './passage';
import { toPassages } from './to-passages';

/** Known passages again, in the given order; those the principal may no longer read are left out. */
export async function findPassages(principal: Principal, chunkIds: string[]): Promise<Passage[]> {
  const candidates = chunkIds.map((chunkId) => ({ chunkId, denseScore: null }));
  const found = await hydrateCandidates(candidates, readableVisibilities(principal));
  return toPassages(found.map((item) => ({ item, score: 0 })));
}
