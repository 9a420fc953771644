import type { TermStatistics } from '../store/store';
import { termHash } from '../words/term-hash';
import { normalize, tokenize } from '../words/tokenize';

/** A title whose every word stands in more of the chunks than this is no name of anything. */
const rarelyHeld = 0.05;
/** Shorter ones stand in other words by chance. */
const shortest = { han: 2, others: 3 };

const han = /\p{Script=Han}/u;

/** Words parted by single spaces; Chinese without any, as it is searched for as it stands. */
function plain(text: string): string {
  const words = normalize(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
  return words.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '').trim();
}

/** What a document is about as people name it: without what is added in brackets. */
export function nameOf(title: string): string {
  const name = plain(title.replace(/[(（][^()（）]*[)）]/g, ' '));
  const least = han.test(name) ? shortest.han : shortest.others;
  return name.length >= least ? name : '';
}

/**
 * Whether a question names a document by its whole title, and that by a word which few chunks
 * hold: as «Delivery» does not where all is about deliveries.
 * @param name the title as `nameOf` gives it
 */
export function namesTitle(
  query: string,
  { chunks, holders }: TermStatistics,
  name: string,
): boolean {
  if (name === '') return false;
  const asked = plain(query);
  const isNamed = han.test(name) ? asked.includes(name) : ` ${asked} `.includes(` ${name} `);
  if (!isNamed) return false;
  const held = tokenize(name).flatMap(({ term }) => holders.get(termHash(term)) ?? []);
  return held.length > 0 && Math.min(...held) <= rarelyHeld * chunks;
}
