import type { ActionPreview } from '@/agents/tools/tool-spec';
import type { ConnectedTool } from '@/lib/connections/connected-tool';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { argumentLabel } from './argument-label';
import { dataLines } from './data-lines';

/** What a call would do, as its person is shown it: the tool's title, and each argument in full. */
export function previewCall(
  { settings, input }: ConnectedTool,
  args: Record<string, unknown>,
  locale: Locale,
): ActionPreview {
  const properties = (input.properties ?? {}) as Record<string, unknown>;
  return {
    title: settings.titles[locale],
    fields: Object.entries(args).map(([name, value]) => ({
      label: argumentLabel(name, properties[name], locale),
      value: shown(value, locale),
    })),
  };
}

function shown(value: unknown, locale: Locale): string {
  if (typeof value === 'boolean') return translate(locale, value ? 'agents.yes' : 'agents.no');
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? dataLines(value).join('\n') : String(value);
}
