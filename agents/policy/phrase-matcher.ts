import { type NormalizedMessage, normalizeMessage } from './normalize-message';

/** A phrase, and the rule that it stands for. */
export interface PhraseEntry {
  phrase: string;
  /** It must be all of a message. */
  isWhole: boolean;
  /** Place of its rule in the file. */
  at: number;
}

interface Compiled {
  text: string;
  isWhole: boolean;
  at: number;
}

/**
 * Finds phrases in messages in one pass, however many there are: by their first word, or by their
 * first character where they hold Chinese. Words count whole; Chinese counts anywhere.
 */
export class PhraseMatcher {
  private readonly byWord = new Map<string, Compiled[]>();
  private readonly byCharacter = new Map<string, Compiled[]>();

  constructor(entries: PhraseEntry[]) {
    for (const { phrase, ...entry } of entries) {
      const { words, joined } = normalizeMessage(phrase);
      if (joined !== '') add(this.byCharacter, joined.charAt(0), { ...entry, text: joined });
      else add(this.byWord, firstWord(words), { ...entry, text: words });
    }
  }

  /** Places of the rules whose phrases a message holds, the first in the file first, each once. */
  find(message: string): number[] {
    const normalized = normalizeMessage(message);
    const found = new Set([...this.findWords(normalized), ...this.findChinese(normalized)]);
    return [...found].sort((a, b) => a - b);
  }

  private *findWords({ words }: NormalizedMessage): Generator<number> {
    for (let from = 0; from < words.length; from = nextWord(words, from)) {
      for (const { text, isWhole, at } of this.byWord.get(firstWord(words, from)) ?? []) {
        const end = from + text.length;
        const ends = end === words.length || words[end] === ' ';
        const fits = isWhole ? text === words : ends && words.startsWith(text, from);
        if (fits) yield at;
      }
    }
  }

  private *findChinese({ joined }: NormalizedMessage): Generator<number> {
    if (this.byCharacter.size === 0) return;
    for (let from = 0; from < joined.length; from += 1) {
      for (const { text, isWhole, at } of this.byCharacter.get(joined.charAt(from)) ?? []) {
        if (isWhole ? text === joined : holdsAt(joined, text, from)) yield at;
      }
    }
  }
}

const han = /\p{Script=Han}/u;

/** Whether a phrase stands there, with no word or number of other letters cut in two at its ends. */
function holdsAt(joined: string, phrase: string, from: number): boolean {
  if (!joined.startsWith(phrase, from)) return false;
  const end = from + phrase.length;
  return !continues(joined, from - 1) && !continues(joined, end - 1);
}

/** Whether the characters here and after are both of one word, in letters other than Chinese. */
function continues(joined: string, at: number): boolean {
  const [here, next] = [joined[at], joined[at + 1]];
  return here !== undefined && next !== undefined && !han.test(here) && !han.test(next);
}

function add(map: Map<string, Compiled[]>, key: string, entry: Compiled): void {
  const known = map.get(key);
  if (known) known.push(entry);
  else map.set(key, [entry]);
}

function firstWord(words: string, from = 0): string {
  const end = words.indexOf(' ', from);
  return words.slice(from, end < 0 ? undefined : end);
}

function nextWord(words: string, from: number): number {
  const end = words.indexOf(' ', from);
  return end < 0 ? words.length : end + 1;
}
