import type { ChunkSelection } from './store';

/** What names a chunk in an index. */
export interface ChunkIds {
  chunkId: string;
  versionId: string;
  documentId: string;
}

type VersionIds = Pick<ChunkIds, 'versionId' | 'documentId'>;

/**
 * Which chunk stands in which slot. Slots are numbered from 0; one that is emptied is never filled
 * again, until `compact` renumbers all that are left.
 */
export class SlotTable {
  /** By slot: the chunk, undefined where it is gone, and the place of its version in `versions`. */
  private chunkIds: (string | undefined)[] = [];
  private versionOf: number[] = [];
  private versions: VersionIds[] = [];
  private places = new Map<string, number>();
  private readonly slotsOfDocument = new Map<string, Set<number>>();
  private filled = 0;

  /** How many slots there are, empty ones among them. */
  get size(): number {
    return this.chunkIds.length;
  }

  /** How many hold a chunk. */
  get live(): number {
    return this.filled;
  }

  /** Gives a chunk the next slot. */
  add({ chunkId, versionId, documentId }: ChunkIds): number {
    const slot = this.chunkIds.length;
    this.chunkIds.push(chunkId);
    this.versionOf.push(this.placeOf({ versionId, documentId }));
    const slots = this.slotsOfDocument.get(documentId);
    if (slots) slots.add(slot);
    else this.slotsOfDocument.set(documentId, new Set([slot]));
    this.filled += 1;
    return slot;
  }

  /** The chunk in a slot that holds one. */
  idsOf(slot: number): ChunkIds {
    const chunkId = this.chunkIds[slot];
    const version = this.versions[this.versionOf[slot] ?? -1];
    if (chunkId === undefined || !version) throw new Error(`slot ${slot} is empty`);
    return { chunkId, ...version };
  }

  /** The slots of a document's chunks. */
  slotsOf(documentId: string): ReadonlySet<number> {
    return this.slotsOfDocument.get(documentId) ?? new Set();
  }

  /** The slots of the chunks that are meant. */
  select(selection: ChunkSelection): number[] {
    const { documentId, versionId, exceptVersions = [], chunkId } = selection;
    return [...this.slotsOf(documentId)].filter((slot) => {
      const ids = this.idsOf(slot);
      return (
        (versionId === undefined || ids.versionId === versionId) &&
        !exceptVersions.includes(ids.versionId) &&
        (chunkId === undefined || ids.chunkId === chunkId)
      );
    });
  }

  /** Empties a slot that holds a chunk. */
  remove(slot: number): void {
    const { documentId } = this.idsOf(slot);
    const slots = this.slotsOfDocument.get(documentId);
    slots?.delete(slot);
    if (slots?.size === 0) this.slotsOfDocument.delete(documentId);
    this.chunkIds[slot] = undefined;
    this.filled -= 1;
  }

  /** Renumbers the filled slots without gaps. @returns the new number by the old one; -1 for none */
  compact(): Int32Array {
    const before = this.chunkIds.map((chunkId, slot) => {
      return chunkId === undefined ? undefined : this.idsOf(slot);
    });
    this.chunkIds = [];
    this.versionOf = [];
    this.versions = [];
    this.places = new Map();
    this.slotsOfDocument.clear();
    this.filled = 0;
    return Int32Array.from(before, (ids) => (ids ? this.add(ids) : -1));
  }

  /** All chunks of a version share its ids. */
  private placeOf(version: VersionIds): number {
    const key = `${version.documentId}/${version.versionId}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.versions.length);
    return this.versions.push(version) - 1;
  }
}
