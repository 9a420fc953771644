import { isPassingFault } from '@/app/_ui/knowledge/is-passing-fault';
import type { DocumentView } from '@/lib/shared/documents';

/** Documents asked about at once. */
const atOnce = 2;
/** After a fault the same questions are asked again, this many milliseconds later. */
const againMs = 3_000;

type Find = (documentId: string) => Promise<DocumentView | null>;
type Found = (documentId: string, document: DocumentView | null) => void;

/**
 * Asks how documents stand, a few at a time: however many change at once, the desk is not flooded,
 * and a document that changes often is asked about once for all its changes.
 */
export class ReadingWatch {
  readonly #changed = new Set<string>();
  #running = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  private readonly find: Find;
  private readonly onFound: Found;

  constructor(find: Find, onFound: Found) {
    this.find = find;
    this.onFound = onFound;
  }

  /** These documents have changed, or may have. */
  ask(documentIds: Iterable<string>): void {
    for (const id of documentIds) this.#changed.add(id);
    while (this.#pause === undefined && this.#running < atOnce && this.#changed.size > 0) {
      void this.#askNext();
    }
  }

  async #askNext(): Promise<void> {
    const [id] = this.#changed;
    if (id === undefined) return;
    this.#changed.delete(id);
    this.#running += 1;
    try {
      this.onFound(id, await this.find(id));
    } catch (fault) {
      if (!isPassingFault(fault)) throw fault;
      this.#askLater(id);
    } finally {
      this.#running -= 1;
      this.ask([]);
    }
  }

  #askLater(id: string): void {
    this.#changed.add(id);
    this.#pause ??= setTimeout(() => {
      this.#pause = undefined;
      this.ask([]);
    }, againMs);
  }
}
