import type { Passage } from '@/knowledge/passages/passage';

export interface NumberedPassage {
  n: number;
  passage: Passage;
}

/** The passages a turn may cite, each with the one number that its answer knows it by. */
export class Sources {
  private readonly numbered: NumberedPassage[] = [];

  /** Numbers passages in order; one that is known keeps its number. */
  add(passages: Passage[]): NumberedPassage[] {
    return passages.map((passage) => this.find(passage.chunkId) ?? this.append(passage));
  }

  list(): NumberedPassage[] {
    return this.numbered;
  }

  get(n: number): Passage | undefined {
    return this.numbered[n - 1]?.passage;
  }

  private find(chunkId: string): NumberedPassage | undefined {
    return this.numbered.find(({ passage }) => passage.chunkId === chunkId);
  }

  private append(passage: Passage): NumberedPassage {
    const entry = { n: this.numbered.length + 1, passage };
    this.numbered.push(entry);
    return entry;
  }
}
