import { and, asc, eq, inArray } from 'drizzle-orm';
import { actionEvents } from '@/drizzle/schema/action-events';
import { users } from '@/drizzle/schema/identity';
import { personName } from '@/lib/db/identity/person-name';
import {
  type ActionEvent,
  type ActionEventDetail,
  type ActionEventKind,
  actionEventDetailSchema,
  actionEventKindSchema,
} from '@/lib/shared/actions';
import { db, type Executor } from '../client';

/** What happened to an action, before it is stored: no arguments, no results. */
export interface NewActionEvent {
  kind: ActionEventKind;
  /** The person or operator who did it; absent where the desk did. */
  byId?: string;
  detail?: ActionEventDetail;
}

/** Adds to the history of an action, in the transaction of what happened. */
export async function addActionEvents(
  tx: Executor,
  actionId: string,
  events: NewActionEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.insert(actionEvents).values(events.map((event) => ({ actionId, ...event })));
}

/** The histories of these actions, each in order. */
export async function listActionEvents(actionIds: string[]): Promise<Map<string, ActionEvent[]>> {
  const rows = await db()
    .select({ event: actionEvents, by: personName(users) })
    .from(actionEvents)
    .leftJoin(users, eq(users.id, actionEvents.byId))
    .where(inArray(actionEvents.actionId, actionIds))
    .orderBy(asc(actionEvents.id));
  const histories = new Map<string, ActionEvent[]>(actionIds.map((id) => [id, []]));
  for (const { event, by } of rows) {
    // A row may be of another version.
    const kind = actionEventKindSchema.safeParse(event.kind);
    if (!kind.success) continue;
    const detail = actionEventDetailSchema.safeParse(event.detail ?? {}).data ?? {};
    const at = event.at.toISOString();
    histories.get(event.actionId)?.push({ kind: kind.data, by, detail, at });
  }
  return histories;
}

/** How often this has happened to an action. */
export async function countActionEvents(actionId: string, kind: ActionEventKind): Promise<number> {
  return await db().$count(
    actionEvents,
    and(eq(actionEvents.actionId, actionId), eq(actionEvents.kind, kind)),
  );
}
