/**
 * How large passages are, in tokens. This is the one place that says so: search matches small
 * chunks, and a model reads the section around each.
 */
export const sizes = {
  /** A chunk is full at this size. */
  chunk: 300,
  /** A sentence beyond this size is no sentence; it is cut where it can be. */
  longestSentence: 600,
  /** As for a row of a table, which is otherwise never cut. */
  longestRow: 3000,
  /** What a model reads of the section around a chunk, at most. */
  section: 900,
};

/** Characters of Latin text, and parts of a Chinese or Japanese character, to a token: a rule of thumb. */
const latinPerToken = 4;
const tokensPerHan = 0.625;
const hanLike = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** About how many tokens a text is, without any model's tokenizer. */
export function estimateTokens(text: string): number {
  const han = text.match(hanLike)?.length ?? 0;
  return (text.length - han) / latinPerToken + han * tokensPerHan;
}
