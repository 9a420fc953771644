import type { Passage } from '@/knowledge/passages/passage';

export interface NumberedPassage {
  n: number;
  passage: Passage;
}

/** The passages a turn may cite, each with the one number that its answer knows it by. */
export class Sources {
  /** By number, from 1; null where a passage had the number that is not there any more. */
  private readonly numbered: (NumberedPassage | null)[] = [];

  /** Numbers passages in order; one that is known keeps its number. */
  add(passages: Passage[]): NumberedPassage[] {
    return passages.map((passage) => this.find(passage.chunkId) ?? this.append(passage));
  }

  /**
   * Numbers passages as they were numbered before a pause.
   * @param chunkIds all that were added, in order
   * @param passages those of them that are still there for the person: a number of another stays empty
   */
  restore(chunkIds: string[], passages: Passage[]): void {
    const there = new Map(passages.map((passage) => [passage.chunkId, passage]));
    for (const chunkId of new Set(chunkIds)) {
      const passage = there.get(chunkId);
      if (passage) this.append(passage);
      else this.numbered.push(null);
    }
  }

  list(): NumberedPassage[] {
    return this.numbered.filter((entry) => entry !== null);
  }

  get(n: number): Passage | undefined {
    return this.numbered[n - 1]?.passage;
  }

  private find(chunkId: string): NumberedPassage | undefined {
    return this.list().find(({ passage }) => passage.chunkId === chunkId);
  }

  private append(passage: Passage): NumberedPassage {
    const entry = { n: this.numbered.length + 1, passage };
    this.numbered.push(entry);
    return entry;
  }
}
