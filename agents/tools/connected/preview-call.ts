import type { ActionPreview } from '@/agents/tools/tool-spec';
import type { ConnectedTool } from '@/lib/connections/connected-tool';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { dataLines, labelOf } from './data-lines';

const longestLabel = 60;

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
      label: argumentLabel(name, properties[name]),
      value: shown(value, locale),
    })),
  };
}

/** What people see an argument called: its title, its description where that is short, or its name. */
export function argumentLabel(name: string, property: unknown): string {
  const { title, description } = (property ?? {}) as { title?: unknown; description?: unknown };
  const said = [title, description].find(
    (text) => typeof text === 'string' && text.trim() !== '' && text.length <= longestLabel,
  );
  const label = typeof said === 'string' ? said.trim().replace(/[.。]$/, '') : labelOf(name);
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function shown(value: unknown, locale: Locale): string {
  if (typeof value === 'boolean') return translate(locale, value ? 'agents.yes' : 'agents.no');
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? dataLines(value).join('\n') : String(value);
}
