import { replyToSmallTalk } from '@/agents/builtin-model/small-talk';
import { readConsent } from '@/agents/guards/consent-words';
import { type Content, readContent, type Span } from './content-words';

/** What a message leaves to what was said before it. */
export type Dependence =
  /** Nothing: it stands alone. */
  | { kind: 'none' }
  /** It says little, but may well stand alone. */
  | { kind: 'perhaps'; content: Content }
  /** What it is about, by a word that points back or by not saying it. */
  | { kind: 'subject'; content: Content; pointer: Span | null }
  /** What is asked: it names a thing, and the question about it is that of before. */
  | { kind: 'question'; content: Content; thing: string };

/** Whoever writes more than this says what it is about. In characters. */
const longest = { spaced: 90, han: 30 };
/** A message of more words with a meaning says what it is about. */
const fewWords = 2;
/** A thing that is only named is named in this many words, or characters of Chinese. */
const longestThing = { words: 8, han: 12 };

const han = /\p{Script=Han}/u;
/** Words that join a message to the one before. */
const lead =
  /^(?:(?:and|but|so|ok(?:ay)?|then|also|or|well|hmm|oh|sorry)\b[\s,]*)+|^(?:那么|那(?![个些里边儿样种家时天])|还有|另外|然后|所以|但是|可是|不过)[，,]?\s*/u;
const aboutThing = /^(?:what|how) about\s+|^(?:is it|are they) the same (?:for|with|in|on)\s+/u;
const ending = /[\s?？!！.。~～]+$/u;
const mark = /(?:的)?(?:呢|嘛|呀|啊)$|\s+(?:too|as well|also|either|then)$/u;

/** Pointers that point at nothing before: ahead, to here and now, or within the sentence. */
const empty = new RegExp(
  [
    String.raw`\bit(?:'s)?(?: \w+){1,3} (?:to|that|if|until|when) (?=\w+ \w)`,
    String.raw`\bthere (?:is|are|was|were|any|an?|be)\b|\b(?:is|are|was|were|be) there\b`,
    String.raw`\b(?:hear|heard|think|thought|say|says|said|read|see|saw|know|sure|true|so|hope|believe|told) that\b`,
    String.raw`\b[a-z]+ that (?:i|you|we|he|she|they|is|was|are|were|has|have|do|does|did|can|cannot|will|would|must|my|your|the|needs?)\b`,
    String.raw`\bthis (?:shop|store|site|website|chat|company|place|week|month|year|morning|afternoon|evening)\b`,
    '这家|这里|这边|这周|这个(?:月|星期|周末|季度)|这几天|这两天|你们这',
  ].join('|'),
  'gu',
);
const pointers = new RegExp(
  [
    String.raw`\b(?:that|this|another|which|the other|a new) ones?\b|(?<=\b(?:do|does|did|will|can) )ones?\b`,
    String.raw`\b(?:it|its|they|them|their|theirs|those|these|this|that|he|she|him|his|there)\b`,
    '它们?|他们|她们|[这那][个些种样里边儿次项类]|其中|前者|后者|(?<=^|[，,])[这那](?=是|要|会|能|多|几|怎|还|算)',
  ].join('|'),
  'u',
);
const additive =
  /\b(?:too|as well|also|either|instead|otherwise|meanwhile|even)\b|[也还]|同样|一样/u;
/** Between a word and a pointer to it. */
const boundary = /[,.;!?，。；！？]|\b(?:and|but|because|so)\b/u;
/** What makes a message a question or a wish of its own. */
const asks =
  /\b(?:who|what|when|where|why|how|which|whose|is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|might|must|have|has|want|need|like|tell|show|explain)\b|i'm|吗|什么|怎|多少|多久|多长|几[天点次个号]|哪|谁|为何|如何|是否|能|可以|会|有没有|是不是|要|想|请|介绍|告诉|说明|我/u;
/** "Your return policy", 你们的: named as a whole, not in the place of something else. */
const whole = /\b(?:your|our)\b|你们/u;
/** Whoever begins so says what they want. */
const wish =
  /^(?:i|we)(?:'d| would| want| need| like)\b|^(?:please )?(?:tell|explain|describe|show)\b|^(?:你们|我们?(?:想|要|的))|^(?:请|麻烦)?(?:[给帮]我)?(?:介绍|告诉|说明|讲|解释)/u;
/** A number of an order or the like. */
const code = /[a-z]{2,}-?\d{3,}/u;
/** Chinese questions that begin so leave out what they are about. */
const headless = /^[也还]?(?:要(?!是)|会|得|需要)/u;

/** Reads what a message leaves to what was said before it; English and Chinese. */
export function readDependence(message: string): Dependence {
  const content = readContent(withoutLead(message.trim().toLowerCase().replace(/[’`]/g, "'")));
  const { text, spans } = content;
  const limit = han.test(text) ? longest.han : longest.spaced;
  const isWords = /[\p{L}\p{N}]/u.test(text);
  if (!isWords || text.length > limit || isMereReply(message)) return { kind: 'none' };
  const thing = findThing(text.replace(ending, ''));
  if (thing) return { kind: 'question', content, thing };
  const pointer = findPointer(content);
  if (pointer || spans.length === 0) return { kind: 'subject', content, pointer };
  if (spans.length > fewWords || wish.test(text) || code.test(text)) return { kind: 'none' };
  const isJoined = [additive, headless, mark].some((sign) => sign.test(text.replace(ending, '')));
  return isJoined ? { kind: 'subject', content, pointer } : { kind: 'perhaps', content };
}

/** Thanks, greetings, a yes or a no: they ask for nothing and change no subject. */
export function isMereReply(message: string): boolean {
  return readConsent(message) !== undefined || replyToSmallTalk(message, 'en') !== undefined;
}

/** A message without the words that only join it to the one before. */
export function withoutLead(text: string): string {
  return text.replace(lead, '');
}

/** The thing of "And express?", "by card?", 加急呢: there is no question besides it. */
function findThing(text: string): string | null {
  const thing = text.replace(aboutThing, '').replace(mark, '').trim();
  if (thing === '' || asks.test(thing) || whole.test(thing) || pointers.test(thing)) return null;
  const isShort = han.test(thing)
    ? thing.length <= longestThing.han
    : thing.split(/\s+/u).length <= longestThing.words;
  return isShort ? thing : null;
}

/** The first word that points back to something outside of the message. */
function findPointer({ text, spans }: Content): Span | null {
  const blanked = text.replaceAll(empty, (found) => ' '.repeat(found.length));
  const found = pointers.exec(blanked);
  if (!found) return null;
  const isInside = spans.some(
    ({ end }) => end <= found.index && boundary.test(blanked.slice(end, found.index)),
  );
  return isInside ? null : { start: found.index, end: found.index + found[0].length };
}
