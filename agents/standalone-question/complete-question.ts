import { type Content, readContent, type Span } from './content-words';
import { type Dependence, isMereReply, readDependence, withoutLead } from './read-dependence';
import { findSibling } from './slot-families';

const han = /\p{Script=Han}/u;
const ending = /[\s?？!！.。~～]+$/u;
/** A subject of more words with a meaning is cut to the last of them. */
const longestSubject = 6;
/** How many messages back a subject is looked for. */
const reach = 4;

/**
 * What a message may ask for when it is read with the question before it, likeliest first; empty
 * where it stands alone, or there is nothing to read it with.
 * @param before a question that stands alone
 */
export function completeQuestion(dependence: Dependence, before: string): string[] {
  if (dependence.kind === 'none') return [];
  const asked = readContent(before);
  if (asked.spans.length === 0) return [];
  if (dependence.kind === 'question') return [...new Set(replaceThing(dependence.thing, asked))];
  return [withSubject(dependence, subjectOf(asked))];
}

/** The last question of a person, made to stand alone itself; empty where there is none. */
export function questionBefore(said: string[]): string {
  return said.slice(-reach).reduce((before, message) => {
    if (isMereReply(message)) return before;
    const dependence = readDependence(message);
    const [completed] = dependence.kind === 'perhaps' ? [] : completeQuestion(dependence, before);
    if (completed) return completed;
    return readContent(message).spans.length > 0 ? message : before;
  }, '');
}

const opening = /^(?:(?:by|with|to|in|on|from|for|at|after|before|per|via|an?|the|my) )+/u;

/** "How much is standard delivery?" and "express" make "how much is express delivery". */
function replaceThing(thing: string, { text, spans }: Content): string[] {
  const question = text.replace(ending, '');
  const put = ({ start, end }: Span) => {
    const kept = question.slice(0, start);
    const isOpen = /\b(?:by|with|to|in|on|from|for|at|per|via|an?|the|my) $/u.test(kept);
    return `${kept}${isOpen ? thing.replace(opening, '') : thing}${question.slice(end)}`;
  };
  const sibling = findSibling(question, thing);
  if (sibling) return [put(sibling)];
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return [];
  const added = `${question} ${thing}`;
  if (opening.test(thing)) {
    const same = spanAfter(question, spans, thing.split(' ')[0] ?? '');
    return [same ? put(same) : added];
  }
  const slot = han.test(question) ? first : last;
  return [put(slot), put({ start: first.start, end: last.end }), added];
}

/** The word that follows a preposition in a question. */
function spanAfter(question: string, spans: Span[], preposition: string): Span | null {
  const at = question.lastIndexOf(` ${preposition} `);
  return at < 0 ? null : (spans.find(({ start }) => start > at) ?? null);
}

type Short = Extract<Dependence, { kind: 'subject' | 'perhaps' }>;

/** "How long does it take?" after a question on standard delivery: the subject is put in. */
export function withSubject(dependence: Short, subject: string): string {
  const { text } = dependence.content;
  const pointer = dependence.kind === 'subject' ? dependence.pointer : null;
  if (pointer) {
    const named = `${text.slice(0, pointer.start)}${subject}${text.slice(pointer.end)}`;
    return withoutLead(named).replace(ending, '');
  }
  const message = withoutLead(text).replace(ending, '');
  return han.test(text) ? `${subject}${message}` : `${message} ${subject}`;
}

/** The turns of a Chinese question that ask, and say nothing on its subject. */
const turns =
  /请问|我想知道|我想|你们|您们|能不能|可不可以|有没有|是不是|是否|可以|怎么办|怎么样|怎么|怎样|如何|为什么|多少钱|多少|多久|多长时间|多长|什么时候|什么|哪[里儿个些天家]|几[天点次个号]|[吗呢吧啊?？]/gu;
const longestHan = 24;

/** What a question is about: from the first of its words with a meaning to the last. */
function subjectOf({ text, spans }: Content): string {
  if (han.test(text)) return text.replaceAll(turns, '').replace(ending, '').slice(0, longestHan);
  const kept = spans.slice(-longestSubject);
  return text.slice(kept[0]?.start, kept.at(-1)?.end);
}
