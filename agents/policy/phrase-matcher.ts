import { type NormalizedMessage, normalizeMessage } from './normalize-message';

/** A phrase, and the rule that it stands for. */
export interface PhraseEntry {
  phrase: string;
  /** It must be all of a message. */
  isWhole: boolean;
  /** Place of its rule in the file. */
  at: number;
}

type Compiled = Omit<PhraseEntry, 'phrase'>;

/** Phrases by their words, and how long those are that begin with the same word or character. */
class PhraseTable {
  private readonly entries = new Map<string, Compiled[]>();
  private readonly lengths = new Map<string, number[]>();

  add(first: string, phrase: string, entry: Compiled): void {
    this.entries.set(phrase, [...(this.entries.get(phrase) ?? []), entry]);
    const known = this.lengths.get(first) ?? [];
    if (!known.includes(phrase.length)) this.lengths.set(first, [...known, phrase.length]);
  }

  /** What stands at this place of a text, for a phrase begins with `first` there. */
  *startingAt(
    text: string,
    from: number,
    first: string,
  ): Generator<{ end: number; entries: Compiled[] }> {
    for (const length of this.lengths.get(first) ?? []) {
      const end = from + length;
      const entries = end <= text.length ? this.entries.get(text.slice(from, end)) : undefined;
      if (entries) yield { end, entries };
    }
  }
}

/**
 * Finds phrases in messages in one pass, however many there are. Words count whole; Chinese counts
 * anywhere.
 */
export class PhraseMatcher {
  private readonly words = new PhraseTable();
  private readonly chinese = new PhraseTable();

  constructor(phrases: PhraseEntry[]) {
    for (const { phrase, ...entry } of phrases) {
      const { words, joined } = normalizeMessage(phrase);
      if (joined !== '') this.chinese.add(joined.charAt(0), joined, entry);
      else this.words.add(words.slice(0, wordEnd(words, 0)), words, entry);
    }
  }

  /** Places of the rules whose phrases a message holds, the first in the file first, each once. */
  find(message: string): number[] {
    const normalized = normalizeMessage(message);
    const found = new Set([...this.findWords(normalized), ...this.findChinese(normalized)]);
    return [...found].sort((a, b) => a - b);
  }

  private *findWords({ words }: NormalizedMessage): Generator<number> {
    for (let from = 0; from < words.length; from = wordEnd(words, from) + 1) {
      const first = words.slice(from, wordEnd(words, from));
      for (const { end, entries } of this.words.startingAt(words, from, first)) {
        if (wordEnd(words, end) !== end) continue;
        yield* placesOf(entries, end - from === words.length);
      }
    }
  }

  private *findChinese({ joined }: NormalizedMessage): Generator<number> {
    for (let from = 0; from < joined.length; from += 1) {
      for (const { end, entries } of this.chinese.startingAt(joined, from, joined.charAt(from))) {
        if (continues(joined, from - 1) || continues(joined, end - 1)) continue;
        yield* placesOf(entries, end - from === joined.length);
      }
    }
  }
}

function* placesOf(entries: Compiled[], isAll: boolean): Generator<number> {
  for (const { isWhole, at } of entries) if (isAll || !isWhole) yield at;
}

/** Where the word ends that begins, or goes on, at this place. */
function wordEnd(words: string, from: number): number {
  const end = words.indexOf(' ', from);
  return end < 0 ? words.length : end;
}

const han = /\p{Script=Han}/u;

/** Whether the characters here and after are both of one word, in letters other than Chinese. */
function continues(joined: string, at: number): boolean {
  const [here, next] = [joined[at], joined[at + 1]];
  return here !== undefined && next !== undefined && !han.test(here) && !han.test(next);
}
