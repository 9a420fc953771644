import { catalogs } from '@/lib/i18n/catalog';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import type { ToolResult } from './tool-result';

/**
 * A tool's result as a sentence: the catalogue's `agents.replies.<tool>.<outcome>`, else the
 * outcome's general sentence in `agents.replies.any`; undefined when neither exists. «Done.» says
 * nothing of facts: a tool that found some, and has no sentence for them, has none.
 */
export function phraseResult(locale: Locale, tool: string, result: ToolResult): string | undefined {
  const replies: Record<string, Record<string, string>> = catalogs[locale].agents.replies;
  // Whatever is connected has no sentences of its own: those for all of them name it.
  const places = result.system === undefined ? [tool, 'any'] : ['connected', 'any'];
  const place = places.find((name) => replies[name]?.[result.outcome]);
  if (place === 'any' && result.outcome === 'ok' && Object.keys(result).length > 1)
    return undefined;
  return place && translate(locale, `agents.replies.${place}.${result.outcome}`, facts(result));
}

function facts(result: ToolResult): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(result).flatMap(([name, value]) => {
      if (typeof value === 'string' || typeof value === 'number') return [[name, value]];
      return typeof value === 'boolean' ? [[name, String(value)]] : [];
    }),
  );
}
