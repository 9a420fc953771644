import type { ActionPreview } from '@/agents/tools/tool-spec';
import type { ConnectedTool } from '@/lib/connections/connected-tool';
import type { Locale } from '@/lib/locale';
import { argumentLabel } from './argument-label';
import { argumentLines } from './argument-lines';

/** What a call would do, as its person is shown it: the tool's title, and each argument in full. */
export function previewCall(
  { settings, input }: ConnectedTool,
  args: Record<string, unknown>,
  locale: Locale,
): ActionPreview {
  const properties = (input.properties ?? {}) as Record<string, unknown>;
  const taken = new Set<string>();
  return {
    title: settings.titles[locale],
    fields: Object.entries(args).map(([name, value]) => {
      const label = argumentLabel(name, properties[name], locale);
      // Two arguments that a system calls the same are told apart by their names.
      const own = taken.has(label) ? `${label} (${name})` : label;
      taken.add(own);
      return { label: own, value: argumentLines(value, locale).join('\n') };
    }),
  };
}
