import { catalogs } from '@/lib/i18n/catalog';
import { translate } from '@/lib/i18n/translate';
import { type Locale, locales } from '@/lib/locale';
import type { BoundTool } from './bound-tool';

/** The question for one missing argument: a sentence of the catalogue, or its description. */
export function askForArgument(tool: BoundTool, argument: string, locale: Locale): string {
  const asks: Record<string, string> = catalogs[locale].agents.ask;
  if (asks[argument]) return translate(locale, `agents.ask.${argument}`);
  const what = tool.properties[argument]?.description ?? argument.replaceAll('_', ' ');
  return translate(locale, 'agents.ask.any', { what: what.replace(/[.。]$/, '') });
}

/**
 * Which argument of the tool an assistant's text asked for. Our questions are fixed sentences, so
 * the conversation itself remembers what a tool call still waits for.
 */
export function askedArgument(tool: BoundTool, assistantText: string): string | undefined {
  return Object.keys(tool.properties).find((argument) =>
    locales.some((locale) => assistantText.includes(askForArgument(tool, argument, locale))),
  );
}
