import { catalogs } from '@/lib/i18n/catalog';
import type { Locale } from '@/lib/locale';
import { labelOf } from './data-lines';

const longestLabel = 60;

/**
 * What people see an argument of another system called: its title, what its description begins with
 * where that is short, or its name; in Chinese our own word for it where the system has none.
 */
export function argumentLabel(name: string, property: unknown, locale: Locale): string {
  const { title, description } = (property ?? {}) as { title?: unknown; description?: unknown };
  const plain = labelOf(name);
  const label = [title, description].map(beginning).find((text) => text !== undefined) ?? plain;
  const words: Record<string, string> = catalogs[locale].agents.argument_names;
  const key = plain.toLowerCase().replaceAll(' ', '_');
  const known = Object.hasOwn(words, key) ? words[key] : undefined;
  if (locale === 'zh' && known && !/\p{Script=Han}/u.test(label)) return known;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** Up to where a text goes into details. */
function beginning(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const first = text.split(/[:：(（;；\n。]|\.(?:\s|$)/)[0]?.trim() ?? '';
  return first !== '' && first.length <= longestLabel ? first : undefined;
}
