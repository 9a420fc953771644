import { type ActionRow, storedPreviewSchema } from '@/lib/db/actions/actions';
import type { ActionCard } from '@/lib/shared/chat';
import { resultOf } from './phrase-outcome';
import { phraseResult } from './phrase-result';

/** Tools after which there is an appointment, for the person's calendar. */
const bookings = new Set(['book_appointment', 'reschedule_appointment']);

/** The card that a page shows for an action, in the language of its preview. */
export function toActionCard(row: ActionRow): ActionCard {
  const { title, fields, locale } = storedPreviewSchema.parse(row.preview);
  const result = resultOf(row);
  const isDone = row.state === 'done' && row.undoes === null;
  return {
    actionId: row.id,
    tool: row.tool,
    title,
    fields,
    state: row.state,
    outcome: result && phraseResult(locale, row.tool, result),
    note: row.operatorNote ?? undefined,
    undoes: row.undoes ?? undefined,
    undoUntil: isDone ? row.undoUntil?.toISOString() : undefined,
    hasCalendar:
      (isDone && bookings.has(row.tool) && 'appointment_id' in (result ?? {})) || undefined,
  };
}
