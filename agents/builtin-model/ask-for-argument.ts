import { labelOf } from '@/agents/tools/connected/data-lines';
import { argumentLabel } from '@/agents/tools/connected/preview-call';
import { catalogs } from '@/lib/i18n/catalog';
import { translate } from '@/lib/i18n/translate';
import { type Locale, locales } from '@/lib/locale';
import type { BoundTool } from './bound-tool';

/** The question for one missing argument: a sentence of the catalogue, or its description. */
export function askForArgument(tool: BoundTool, argument: string, locale: Locale): string {
  if (tool.connected) return askForForeign(tool, argument, locale);
  const asks: Record<string, string> = catalogs[locale].agents.ask;
  if (asks[argument]) return translate(locale, `agents.ask.${argument}`);
  const what = tool.properties[argument]?.description ?? argument.replaceAll('_', ' ');
  return translate(locale, 'agents.ask.any', { what: what.replace(/[.。]$/, '') });
}

/**
 * For an argument that another system named: in words of ours where it is a thing that people know,
 * else by what the system calls it. Two arguments are never asked for in the same words.
 */
function askForForeign({ properties }: BoundTool, argument: string, locale: Locale): string {
  const what = foreignName(argument, properties, locale);
  const isShared = Object.keys(properties).some(
    (other) => other !== argument && foreignName(other, properties, locale) === what,
  );
  const asked = isShared ? `${what} (${argument})` : what;
  return translate(locale, 'agents.ask.any', { what: asked });
}

function foreignName(argument: string, properties: BoundTool['properties'], locale: Locale) {
  const words: Record<string, string> = catalogs[locale].agents.argument_names;
  const known = words[labelOf(argument).toLowerCase().replaceAll(' ', '_')];
  const label = argumentLabel(argument, properties[argument]);
  if (locale === 'zh') return known && !/\p{Script=Han}/u.test(label) ? known : label;
  return label;
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
