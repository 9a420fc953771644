import type { IndexedChunk, StoreQuery } from '@/knowledge/store/store';
import type { Visibility } from '@/lib/auth/visibility';

const visibilities: Visibility[] = ['public', 'staff', 'team:finance', 'team:sales'];
const dimension = 8;
const words = 60;

/** The same numbers from 0 to 1 for the same seed. */
export function makeRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e37_79b1) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const drawVector = (random: () => number) =>
  Array.from({ length: dimension }, () => random() * 2 - 1);

/** Some words of few, the first of them the more common; as high as hashes are. */
function drawTerms(random: () => number, most: number): number[] {
  const count = 1 + Math.floor(random() * most);
  const drawn = Array.from({ length: count }, () => Math.floor(words * random() ** 2));
  return [...new Set(drawn)].map((word) => 4_294_967_295 - word * 65_537);
}

/** Chunks of few words for all kinds of readers, every fifth without a vector. */
export function drawChunks(count: number, seed: number): IndexedChunk[] {
  const random = makeRandom(seed);
  return Array.from({ length: count }, (_, n) => {
    const indices = drawTerms(random, 12);
    const documentId = `document-${n % 40}`;
    return {
      chunkId: `chunk-${n}`,
      versionId: `${documentId}-1`,
      documentId,
      // All chunks of a document are for the same readers.
      visibility: visibilities[(n % 40) % visibilities.length] ?? 'public',
      sparse: { indices, values: indices.map(() => 0.2 + random()) },
      dense: n % 5 === 0 ? null : drawVector(random),
    };
  });
}

/** A question of words and a vector, for any set of readers and any number of candidates. */
export function drawQuery(seed: number): StoreQuery {
  const random = makeRandom(seed);
  const indices = drawTerms(random, 6);
  return {
    sparse: { indices, values: indices.map(() => 0.5 + random()) },
    dense: drawVector(random),
    visibilities: visibilities.filter(() => random() < 0.5),
    limit: 1 + Math.floor(random() * 60),
  };
}
