import type { Locale } from '@/lib/locale';
import { knownWord, labelOf } from './label-of';

const longestLabel = 60;

/**
 * What people see an argument of another system called: its title, what its description begins with
 * where that is short, or its name; in Chinese our own word for it where the system has none.
 */
export function argumentLabel(name: string, property: unknown, locale: Locale): string {
  const { title, description } = (property ?? {}) as { title?: unknown; description?: unknown };
  const label = [title, description].map(beginning).find((text) => text !== undefined);
  const known = knownWord(name, locale);
  if (known && !/\p{Script=Han}/u.test(label ?? '')) return known;
  const shown = label ?? labelOf(name);
  return shown.charAt(0).toUpperCase() + shown.slice(1);
}

/** Up to where a text goes into details. */
function beginning(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const first = text.split(/[:：(（;；\n。]|\.(?:\s|$)/)[0]?.trim() ?? '';
  return first !== '' && first.length <= longestLabel ? first : undefined;
}
