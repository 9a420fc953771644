import type { BoundTool } from '@/agents/builtin-model/bound-tool';
import { argumentLabel } from '@/agents/tools/connected/argument-label';
import { catalogs } from '@/lib/i18n/catalog';
import { translate } from '@/lib/i18n/translate';
import { type Locale, locales } from '@/lib/locale';

/** The question for one missing argument: a sentence of the catalogue, or its description. */
export function askForArgument(tool: BoundTool, argument: string, locale: Locale): string {
  if (tool.connected) return askForForeign(tool, argument, locale);
  const asks: Record<string, string> = catalogs[locale].agents.ask;
  if (asks[argument]) return translate(locale, `agents.ask.${argument}`);
  const what = tool.properties[argument]?.description ?? argument.replaceAll('_', ' ');
  return translate(locale, 'agents.ask.any', { what: what.replace(/[.。]$/, '') });
}

/** More choices than this are a list that nobody reads. */
const mostChoices = 12;

/**
 * For an argument that another system named: in words of ours where it is a thing that people know,
 * else by what the system calls it. Two arguments are never asked for in the same words.
 */
function askForForeign({ properties }: BoundTool, argument: string, locale: Locale): string {
  const what = argumentLabel(argument, properties[argument], locale);
  const isShared = Object.keys(properties).some(
    (other) => other !== argument && argumentLabel(other, properties[other], locale) === what,
  );
  const asked = isShared ? `${what} (${argument})` : what;
  const choices = properties[argument]?.enum ?? [];
  return choices.length === 0 || choices.length > mostChoices
    ? translate(locale, 'agents.ask.any', { what: asked })
    : translate(locale, 'agents.ask.choice', { what: asked, choices: choices.join(', ') });
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
