/**
 * The number a term has in sparse vectors: FNV-1a over its UTF-16 code units, finished as in
 * MurmurHash3 so that all 32 bits are mixed. Unsigned 32 bit, the same in every process and store.
 */
export function termHash(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) {
    hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
