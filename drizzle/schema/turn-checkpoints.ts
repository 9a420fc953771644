import { pgTable, text } from 'drizzle-orm/pg-core';
import { turns } from './conversations';
import { json } from './json-column';

/**
 * The graph's state of a paused turn, so that it survives a restart. Deleted when the turn has
 * ended: the messages are the memory, this is not.
 */
export const turnCheckpoints = pgTable('turn_checkpoints', {
  turnId: text('turn_id')
    .primaryKey()
    .references(() => turns.id, { onDelete: 'cascade' }),
  snapshot: json('snapshot').notNull(),
});
