import { readUtterances } from '@/agents/read-utterances';
import type { Locale } from '@/lib/locale';

/**
 * Things people say when they want a tool, from `examples/<name>.txt`; the built-in model chooses
 * tools by them.
 */
export function toolExamples(name: string): Record<Locale, string[]> {
  const all = readUtterances(`tools/examples/${name}.txt`);
  const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
  return { en: all.filter((text) => !isChinese(text)), zh: all.filter(isChinese) };
}
