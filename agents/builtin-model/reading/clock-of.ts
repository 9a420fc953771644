import type { Property } from '@/agents/builtin-model/bound-tool';
import type { Clock } from './read-moment';
import type { ArgumentValue } from './said';

const zoneNames = /\b[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?\b/g;

/**
 * The clock on which a day is meant that an argument asks for: that of the zone its description
 * names, as in `Asia/Singapore for repair and setup, Europe/London for advice`, where the other
 * arguments tell which of several; else the clock that is given.
 */
export function clockOf(
  { description = '' }: Property,
  values: Record<string, ArgumentValue>,
  clock: Clock,
): Clock {
  const named = [...description.matchAll(zoneNames)];
  const told = new Set(Object.values(values));
  const [meant] = named.filter((match, nth) => {
    const from = match.index + match[0].length;
    const words = description.slice(from, named[nth + 1]?.index).match(/[\w-]+/g) ?? [];
    return named.length === 1 || words.some((word) => told.has(word));
  });
  const timeZone = meant?.[0];
  return timeZone && isZone(timeZone) ? { ...clock, timeZone } : clock;
}

/** What looks like one may be a path or a pair of words. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
