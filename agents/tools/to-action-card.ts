import { type ActionRow, storedPreviewSchema } from '@/lib/db/actions';
import type { ActionCard } from '@/lib/shared/chat';
import { phraseResult } from './phrase-result';
import { toolResultSchema } from './tool-result';

/** The card that a page shows for an action, in the language of its preview. */
export function toActionCard(row: ActionRow): ActionCard {
  const { title, fields, locale } = storedPreviewSchema.parse(row.preview);
  const result = toolResultSchema.safeParse(row.result);
  const outcome = result.success ? phraseResult(locale, row.tool, result.data) : undefined;
  return { actionId: row.id, tool: row.tool, title, fields, state: row.state, outcome };
}
