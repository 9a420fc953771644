import { type Concept, readTerms } from '@/knowledge/ranking/question-terms';
import { termsOf } from './passage-units';

/** What a question asks for, as far as its words tell. */
export interface AskedFor {
  text: string;
  /** Its terms, with how much each counts. */
  terms: Map<string, number>;
  /** Phrases of it that may be called otherwise. */
  concepts: Concept[];
  /** How a sentence looks that tells what is asked for; absent when anything may. */
  expected?: RegExp;
  /** Asks about a subject as a whole: "what is your return policy?", 介绍一下配送. */
  isBroad: boolean;
  /** Asks for one fact: a number, a time, a place, a person, yes or no. */
  isFact: boolean;
}

const count = String.raw`(?:\d[\d,.]*|[一二三四五六七八九十百两]+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b)`;

/** The most telling first: a question is of the first kind that fits. */
const facts: [question: RegExp, answer: RegExp][] = [
  [
    /\bhow (?:long|soon|often)\b|\bhow many (?:days|weeks|months|years|hours)\b|多久|多长|(?:多少|几)(?:个)?(?:天|工作日|年|月|小时)/i,
    new RegExp(
      String.raw`${count}[ -]?(?:to \d+ )?(?:working |business )?(?:minute|hour|day|week|month|year)|${count} ?(?:个)?(?:工作日|分钟|小时|天|日|周|月|年)|\b(?:every|once|daily|weekly|(?:same|next)(?: working)? day)\b|当天|次日|下一个工作日`,
      'i',
    ),
  ],
  [
    /\b(?:how much|price|cost|fee|charge)s?\b|多少钱|费用|价格|收费|金额|总价/i,
    /[$€£¥￥]|\b[A-Z]{3} ?\d|\d ?[A-Z]{3}\b|\d[\d,]*\.\d\d\b|\d ?(?:新元|元|块)|\bfree\b|免费/,
  ],
  [
    /\bwhen\b|\bwhat (?:year|date|day|time)\b|何时|什么时候|什么时间|哪一?年|几点|哪天/i,
    /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|年|月|日/i,
  ],
  [
    /\bwhere\b|哪里|哪儿|何处|什么地方|地址|位于/i,
    /\b(?:in|at|near|located)\b|位于|省|市|县|区|人|在/i,
  ],
  [/\bwho\b|谁|何人/i, /\p{Lu}\p{Ll}+ (?:\p{Lu}\S* )*\p{Lu}\p{Ll}+|[:：]|先生|女士|公司|由/u],
  [
    /\bhow (?:many|much|old|far|deep|high)\b|多少|几|多大|多深|多高/i,
    /\d|[一二三四五六七八九十百千万两]/,
  ],
];

const reasons: [question: RegExp, answer: RegExp][] = [
  [/\bwhy\b|为什么|为何|原因/i, /\bbecause\b|\bdue to\b|\bsince\b|\bso that\b|因|由于|为了/i],
];

const yesOrNo = /^(?:is|are|was|were|do|does|did|can|could|may|will|would|has|have)\b|吗[?？]?$/i;

const broad = [
  /\bwhat(?:'s| is| are) (?:your|the|our)\b.*\b(?:polic(?:y|ies)|rules?|terms|guidelines|procedures?|conditions?)\b/i,
  /^(?:(?:can|could) you |please )?(?:tell me (?:more |something )?about|explain|describe|summari[sz]e)\b/i,
  /^[^?？]{0,20}\bpolicy\W*$/i,
  /(?:政策|规定|制度|规则|条款|办法|流程)(?:是什么|是怎样的?|有哪些|如何|怎么样)?[?？。]?$/,
  /^(?:请|麻烦)?(?:给我|帮我)?(?:介绍|讲|说|解释|说明)(?:一下|讲|说|下)/,
];

/** Numbers of articles and sections answer nothing. */
const numbering = /第[一二三四五六七八九十百\d]+[条章款项节]|^\s*(?:\d+\.)+\d*\s|[[［]\d+[\]］]/g;

/** Whether a text is of the kind that is asked for; any is where the question names no kind. */
export function tellsWhatIsAsked({ expected }: AskedFor, text: string): boolean {
  return !expected || expected.test(text.replace(numbering, ' '));
}

/** A word that tells the kind, as "cost" does, says little on the subject. */
const askingShare = 0.4;

function matchOf(words: RegExp, text: string): string {
  return (text.match(new RegExp(words.source, 'gi')) ?? []).join(' ');
}

/** Reads what a person wants to know, before anything is looked at that may answer. */
export function readQuestion(question: string): AskedFor {
  const text = question.normalize('NFKC').trim();
  const fact = facts.find(([asks]) => asks.test(text));
  const kind = fact ?? reasons.find(([asks]) => asks.test(text));
  const terms = new Map<string, number>();
  const asking = new Set(
    [kind?.[0], /\bhappens?\b/i].flatMap((words) => [
      ...(words ? termsOf(matchOf(words, text)) : []),
    ]),
  );
  const reading = readTerms(text);
  for (const { token, weight } of reading.terms) {
    const counted = asking.has(token.term) ? askingShare * weight : weight;
    terms.set(token.term, Math.max(counted, terms.get(token.term) ?? 0));
  }
  return {
    text,
    terms,
    concepts: reading.concepts,
    expected: kind?.[1],
    isBroad: broad.some((pattern) => pattern.test(text)),
    isFact: fact !== undefined || yesOrNo.test(text),
  };
}
