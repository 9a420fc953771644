import type { ActionPreview } from '@/agents/tools/tool-spec';
import type { ConnectedTool } from '@/lib/connections/connected-tool';
import type { Locale } from '@/lib/locale';
import { inOrder } from '@/lib/shared/in-order';
import { argumentLabel } from './argument-label';
import { argumentLines } from './argument-lines';

/**
 * What a call would do, as its person is shown it: the tool's title, and each argument in full, in the
 * order in which the system describes them.
 */
export function previewCall(
  { settings, input }: ConnectedTool,
  args: Record<string, unknown>,
  locale: Locale,
): ActionPreview {
  const properties = (input.properties ?? {}) as Record<string, unknown>;
  const taken = new Set<string>();
  return {
    title: settings.titles[locale],
    fields: inOrder(Object.keys(args), Object.keys(properties)).map((name) => {
      const label = argumentLabel(name, properties[name], locale);
      // Two arguments that a system calls the same are told apart by their names.
      const own = taken.has(label) ? `${label} (${name})` : label;
      taken.add(own);
      return { label: own, value: argumentLines(args[name], name, locale).join('\n') };
    }),
  };
}
