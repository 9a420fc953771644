import { termHash } from '../words/term-hash';
import { type Alternative, findSynonyms, type SynonymMatch } from '../words/thesaurus';
import { normalize, type Token, tokenize } from '../words/tokenize';
import { findAsides, findNamedKinds, type Span } from './question-spans';

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

/** A phrase of a question that may be called otherwise. */
export interface Concept {
  /** The question's own terms in the phrase; none where the phrase only asks, as 多少钱. */
  terms: QuestionTerm[];
  alternatives: Alternative[];
}

/** What a question is read as. */
export interface QuestionReading {
  /** In order, without the words that only make it a question. */
  terms: QuestionTerm[];
  /** The phrases of it with synonyms, in order. */
  concepts: Concept[];
}

/** How much a pair of characters counts that may stand across the border of two words. */
const guessWeight = 0.5;
/** The same where one of the two characters is of the small change of the language. */
const faintWeight = 0.15;
const faint = /[一最个次会能可要不没还又再很更此该则即等么]/;

/** How much a word counts that stands in questions of every kind. */
const lightWeight = 0.4;
/** English words as stems. */
const lightWords: ReadonlySet<string> = new Set(
  [
    'get got give given want need like know make made use happen find found say mean go come look',
    'work thing way kind type offer accept allow possibl still ever alreadi anoth one',
    '情况 办理 处理 安排 进行 提供 要求 关于 相关 方面 内容 问题 规定 办法 采用 使用 一起 之内 之前 之后 以内 每个 回去 提出',
  ]
    .join(' ')
    .split(' '),
);

/** Turns of phrase that ask, and say nothing about what is asked for. */
const asking = new RegExp(
  [
    // "what is your return policy", 退货政策是什么: the subject is what is looked for.
    String.raw`(?<=\b(?:what(?:'?s| is| are)|about) (?:your|the) [^?]{3,40})\bpolic(?:y|ies)\b(?=\W*$|\s+(?:for|on|about|if|when)\b)`,
    '(?<=[\\u4e00-\\u9fff]{2})(?:政策|规定|制度)(?=是什么|是怎|有哪些)|^请?介绍',
    String.raw`\bhow (?:long|often|soon|far|fast|quickly|big|old|late|early|come)\b`,
    String.raw`\bwhat (?:happens|happened|will happen) (?:if|when)\b`,
    '什么情况|几天|几点|几个|几号|几次|几年|几月|哪家|哪种|你们|我们',
    '请问|我想|想要|想知道|怎么样|怎么|怎样|如何|为什么|什么时候|什么|多少钱|多少|多久|多长时间|多长',
    '哪里|哪儿|哪些|哪个|哪一|是否|能不能|可不可以|可以|能否|是不是|有没有|需要|应该|告诉|一下',
  ].join('|'),
  'g',
);

/** How much a word counts that stands in a sentence beside those that ask. */
const asideWeight = 0.4;
/** How much a word counts that only says what kind of thing is asked for, as 大学 in 哪所大学. */
const namedKindWeight = 0.6;

/** What is left of a word where the asking was cut out of it; the index knows pairs and words. */
const loneHan = /^\p{Script=Han}$/u;

/** In "how long does delivery take", the verb belongs to the asking. */
const howLong = /\b(how (?:long|much time))\b(.*?)\b(takes?)\b/g;

const blank = (text: string) => ' '.repeat(text.length);

const remembered = new Map<string, QuestionReading>();
/** A question is read several times while it is answered, and soon forgotten. */
const maxRemembered = 200;

/** The terms of a question, and what they may be called otherwise. Nobody changes what it returns. */
export function readTerms(text: string): QuestionReading {
  const read = text.slice(0, maxQueryLength);
  const known = remembered.get(read);
  if (known) return known;
  if (remembered.size >= maxRemembered) remembered.clear();
  const reading = readAfresh(read);
  remembered.set(read, reading);
  return reading;
}

function readAfresh(read: string): QuestionReading {
  const normalized = normalize(read);
  // Nothing moves, so that phrases of the whole text and terms of the rest can be laid together.
  const cut = normalized
    .replace(howLong, (_, how, asked, take) => blank(how) + asked + blank(take))
    .replace(asking, blank);
  const tokens = tokenize(cut);
  const words = tokens.filter(({ term }) => !loneHan.test(term));
  const weigh = weigher(findAsides(read, normalized), findNamedKinds(normalized));
  const terms = (words.length > 0 ? words : tokens).map((token) => ({
    token,
    hash: termHash(token.term),
    position: token.position,
    weight: weigh(token),
  }));
  const asked = [...normalized.matchAll(asking)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  const matches = findSynonyms(normalized).filter((match) => !isTornFrom(asked, match));
  return { terms, concepts: matches.map((match) => toConcept(match, terms)) };
}

/** Whether a phrase was only read out of a turn of asking, as 不能 out of 能不能. */
function isTornFrom(asked: Span[], { start, end }: SynonymMatch) {
  return asked.some(
    (turn) => turn.start < end && start < turn.end && (turn.start < start || turn.end > end),
  );
}

function toConcept({ start, end, alternatives }: SynonymMatch, terms: QuestionTerm[]): Concept {
  const inside = terms.filter(({ token }) => token.start >= start && token.end <= end);
  return { terms: inside, alternatives };
}

/** How much tokens of a question count. */
function weigher(asides: Span[], namedKinds: Span[]): (token: Token) => number {
  return (token) => {
    const isWithin = ({ start, end }: Span) => start <= token.start && token.end <= end;
    const place = asides.some(isWithin) ? asideWeight : 1;
    return place * (namedKinds.some(isWithin) ? namedKindWeight : 1) * weightOf(token);
  };
}

function weightOf({ term, isGuess }: Token): number {
  if (!isGuess) return lightWords.has(term) ? lightWeight : 1;
  return faint.test(term) ? faintWeight : guessWeight;
}
