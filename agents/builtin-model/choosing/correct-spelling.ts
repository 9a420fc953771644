const shortest = 6;

/** Words that differ by one letter too many, one too few, or two that changed places. */
function slipsOf(word: string): string[] {
  const slips: string[] = [];
  for (let at = 1; at < word.length; at++) {
    slips.push(word.slice(0, at) + word.slice(at + 1));
    const next = word.charAt(at + 1);
    if (next) slips.push(word.slice(0, at) + next + word.charAt(at) + word.slice(at + 2));
  }
  return slips;
}

/**
 * A text in which English words that nobody knows are spelled as the one known word that they
 * differ from by a slip of the finger: "cancle", "adress", "appoinment".
 * @param known words in lower case, by each slip of theirs as well
 */
export function correctSpelling(text: string, { words, slips }: Spellings): string {
  return text.replaceAll(/(?<![\p{L}\p{N}-])[A-Za-z]{5,20}(?![\p{L}\p{N}-])/gu, (written) => {
    const word = written.toLowerCase();
    if (words.has(word)) return written;
    const meant = slips.get(word) ?? slipsOf(word).find((slip) => isKnown(slip, words));
    return meant ?? written;
  });
}

const isKnown = (word: string, words: ReadonlySet<string>) =>
  word.length >= shortest && words.has(word);

/** The words that can be meant, and what each of their slips stands for. */
export interface Spellings {
  words: ReadonlySet<string>;
  slips: ReadonlyMap<string, string>;
}

/** Learns how the words of some texts are spelled. */
export function spellingsOf(texts: string[]): Spellings {
  const words = new Set(
    texts
      .join('\n')
      .toLowerCase()
      .match(/[a-z]+/g),
  );
  const slips = new Map<string, string>();
  for (const word of words) {
    if (word.length < shortest) continue;
    for (const slip of slipsOf(word)) if (!words.has(slip)) slips.set(slip, word);
  }
  return { words, slips };
}
