import { termHash } from './term-hash';
import { normalize, type Token, tokenize } from './tokenize';

/** Questions longer than this, in characters, are scored by their beginning. */
export const maxQueryLength = 2_000;

/** A term of a question. */
export interface QuestionTerm {
  hash: number;
  position: number;
  /** How much it counts; less where it is a guess. */
  weight: number;
  token: Token;
}

/** How much a pair of characters counts that may stand across the border of two words. */
const guessWeight = 0.5;
/** The same where one of the two characters is of the small change of the language. */
const faintWeight = 0.15;
const faint = /[一最个次会能可要不没还又再很更此该则即等么]/;

/** Turns of phrase that ask, and say nothing about what is asked for. */
const asking = new RegExp(
  [
    // "what is your return policy", 退货政策是什么: the subject is what is looked for.
    String.raw`(?<=\b(?:what(?:'?s| is| are)|about) (?:your|the) [^?]{3,40})\bpolic(?:y|ies)\b`,
    '(?<=[\\u4e00-\\u9fff]{2})(?:政策|规定|制度)(?=是什么|是怎|有哪些)|^请?介绍',
    String.raw`\bhow (?:long|often|soon|far|fast|quickly|big|old|late|early|come)\b`,
    '请问|我想|想要|想知道|怎么样|怎么|怎样|如何|为什么|什么时候|什么|多少钱|多少|多久|多长时间|多长',
    '哪里|哪儿|哪些|哪个|哪一|是否|能不能|可不可以|可以|能否|是不是|有没有|需要|应该|告诉|一下',
  ].join('|'),
  'g',
);

/** What is left of a word where the asking was cut out of it; the index knows pairs and words. */
const loneHan = /^\p{Script=Han}$/u;

/** In "how long does delivery take", the verb belongs to the asking. */
const howLong = /\bhow (?:long|much time)\b(.*?)\btakes?\b/g;

/** The terms of a question, in order, without the words that only make it a question. */
export function questionTerms(text: string): QuestionTerm[] {
  const cut = normalize(text.slice(0, maxQueryLength))
    .replace(howLong, ' $1 ')
    .replace(asking, ' ');
  const tokens = tokenize(cut);
  const words = tokens.filter(({ term }) => !loneHan.test(term));
  return (words.length > 0 ? words : tokens).map((token) => ({
    token,
    hash: termHash(token.term),
    position: token.position,
    weight: weightOf(token),
  }));
}

function weightOf({ term, isGuess }: Token): number {
  if (!isGuess) return 1;
  return faint.test(term) ? faintWeight : guessWeight;
}
