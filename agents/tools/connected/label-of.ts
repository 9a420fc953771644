import { catalogs } from '@/lib/i18n/catalog';
import type { Locale } from '@/lib/locale';

/** `streetName` and `street_name` as people write it. */
export function labelOf(key: string): string {
  return key
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
    .replace(/[_-]+/g, ' ')
    .trim()
    .replace(/(?<= )[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
}

/** Our own word for what a system calls something, where that is a common name in Chinese. */
export function knownWord(key: string, locale: Locale): string | undefined {
  if (locale !== 'zh') return undefined;
  const words: Record<string, string> = catalogs.zh.agents.argument_names;
  const plain = labelOf(key).toLowerCase().replaceAll(' ', '_');
  return Object.hasOwn(words, plain) ? words[plain] : undefined;
}
