import type { KnownItems } from '@/lib/db/knowledge/sources';
import { keptFaults, type SourceOutcome } from '@/lib/shared/sources';
import { SourceFault } from './source-fault';

type Result = 'added' | 'changed' | 'unchanged' | 'removed';

/** What one run of a source has found and done so far, and what the next run will know. */
export class RunRecord {
  private readonly counts = { added: 0, changed: 0, unchanged: 0, removed: 0, failed: 0 };
  private readonly faults: SourceOutcome['faults'] = [];
  private readonly known: Map<string, KnownItems[string]>;
  private readonly gone = new Set<string>();
  private keys = new Set<string>();
  private isComplete = true;

  private readonly documents: ReadonlyMap<string, string>;

  /**
   * @param known what the last run left
   * @param documents the documents of the source, by key: without one, a fingerprint says nothing
   */
  constructor(known: KnownItems, documents: ReadonlyMap<string, string>) {
    this.documents = documents;
    this.known = new Map(Object.entries(known).filter(([key]) => documents.has(key)));
  }

  fingerprintOf(key: string): string | null {
    return this.known.get(key)?.fingerprint ?? null;
  }

  /** When it was last looked at, in milliseconds since 1970; 0 for what is new. */
  checkedAt(key: string): number {
    return this.known.get(key)?.checkedAt ?? 0;
  }

  /** Everything that the source lists. */
  setFound(keys: Iterable<string>): void {
    this.keys = new Set(keys);
  }

  noteTaken(key: string, result: Result, fingerprint: string | null): void {
    this.counts[result] += 1;
    this.known.set(key, { fingerprint, checkedAt: Date.now() });
  }

  noteRemoved(key: string): void {
    this.counts.removed += 1;
    this.known.delete(key);
  }

  /** The source lists it but holds it no longer: its document vanishes; without one it is told. */
  noteGone(key: string): void {
    if (this.documents.has(key)) this.gone.add(key);
    else this.noteFault(key, new SourceFault('gone'));
  }

  /** It stays as it was, until the next run. */
  noteFault(key: string, { code, values }: SourceFault): void {
    this.counts.failed += 1;
    if (this.faults.length < keptFaults) this.faults.push({ key, reason: code, values });
    const before = this.known.get(key);
    if (before) this.known.set(key, { ...before, checkedAt: Date.now() });
  }

  /** A part of the listing is missing: what is not in it may be there all the same. */
  noteGap(key: string, fault: SourceFault): void {
    this.isComplete = false;
    this.noteFault(key, fault);
  }

  /** The documents of what vanished, each with its key. */
  vanished(): [key: string, documentId: string][] {
    return [...this.documents].filter(
      ([key]) => this.gone.has(key) || (this.isComplete && !this.keys.has(key)),
    );
  }

  /** How many of the listed things have been dealt with. */
  get done(): number {
    const { added, changed, unchanged, failed } = this.counts;
    return Math.min(this.keys.size, added + changed + unchanged + failed + this.gone.size);
  }

  get found(): number {
    return this.keys.size;
  }

  outcome(): SourceOutcome {
    return { found: this.found, ...this.counts, isComplete: this.isComplete, faults: this.faults };
  }

  knownItems(): KnownItems {
    return Object.fromEntries(this.known);
  }
}
