import { type ActionRow, storedPreviewSchema, whoLetExpire } from '@/lib/db/actions/actions';
import { translate } from '@/lib/i18n/translate';
import { shownData } from './connected/shown-data';
import { phraseResult } from './phrase-result';
import { type ToolResult, toolResultSchema } from './tool-result';

/** States that nobody but the desk or an operator brings about. */
const told = new Set(['done', 'failed', 'unknown', 'refused', 'expired']);

/**
 * What became of an action, for a message of its own; undefined where there is nothing that its
 * person does not know.
 */
export function phraseOutcome(action: ActionRow): string | undefined {
  if (!told.has(action.state)) return undefined;
  const { title, locale } = storedPreviewSchema.parse(action.preview);
  const result = resultOf(action);
  const sentence = result && phraseResult(locale, action.tool, result);
  const lines = result?.lines?.map((line) => `- ${line}`).join('\n');
  const opening = sentence ?? translate(locale, `agents.outcomes.${action.state}`, { title });
  const data = result && shownData(result);
  return [opening, lines, data].filter(Boolean).join('\n\n');
}

/** What an action came to, as the catalogue has a sentence for it; undefined while it has none. */
export function resultOf(action: ActionRow): ToolResult | undefined {
  const { result, state, undoes } = action;
  if (state === 'refused') return { outcome: 'refused' };
  if (whoLetExpire(action) === 'operator') return { outcome: 'approval_expired' };
  const parsed = toolResultSchema.safeParse(result).data;
  return undoes && parsed?.outcome === 'ok' ? { ...parsed, outcome: 'undone' } : parsed;
}
