import {
  boolean,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { json, orderedJson } from './json-column';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** An outside system whose operations specialists may use: an API by its document, or an MCP server. */
export const connections = pgTable('connections', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ['openapi', 'mcp'] }).notNull(),
  name: text('name').notNull().unique(),
  /** The demo company's: kept true by the desk itself, not to be removed. */
  isOurs: boolean('is_ours').notNull().default(false),
  isOn: boolean('is_on').notNull().default(true),
  /** Base address of the API or address of the MCP server; null where a command is run. */
  address: text('address'),
  /** The name of a command of `MCP_COMMANDS`; null where there is an address. */
  command: text('command'),
  /** The OpenAPI document with nothing referred to outside of it; null for an MCP server. */
  document: orderedJson('document'),
  /** What the MCP server said that it offers when it was last asked; null for an API. */
  offered: orderedJson('offered'),
  /** How calls say whom they are for, as in `lib/shared/connections.ts`; null when they do not. */
  identity: json('identity'),
  credentialKind: text('credential_kind', { enum: ['none', 'api-key', 'bearer', 'oauth2'] })
    .notNull()
    .default('none'),
  /** Sealed with the desk's secret; only `lib/credentials/vault.ts` can open it. */
  credential: text('credential'),
  /** What went wrong at the last call that failed for a reason that people can mend, and when. */
  faultCode: text('fault_code'),
  faultAt: instant('fault_at'),
  /** Raised with each change, so that nobody saves over another's change unseen. */
  revision: integer('revision').notNull().default(1),
  changedBy: text('changed_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** An operation of a connection that was given to specialists. */
export const connectedTools = pgTable(
  'connected_tools',
  {
    id: text('id').primaryKey(),
    connectionId: text('connection_id')
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    /** The operation's id in the document, or the tool's name at the MCP server. */
    operationId: text('operation_id').notNull(),
    /** What models call it by. */
    name: text('name').notNull().unique(),
    /** As in `lib/shared/connections.ts`: everything that was decided about it. */
    settings: json('settings').notNull(),
    /** Of the operation when it was given: another one now means that it changed since. */
    operationHash: text('operation_hash').notNull(),
    changedBy: text('changed_by'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('connected_tools_operation').on(table.connectionId, table.operationId),
    index('connected_tools_connection').on(table.connectionId),
  ],
);

/**
 * A call that was sent to try an operation out, noted before it left: who sent it, in whose name and
 * when. It refers to nothing: what was looked at stays known when the connection is gone.
 */
export const connectionTrials = pgTable(
  'connection_trials',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    connectionId: text('connection_id').notNull(),
    operationId: text('operation_id').notNull(),
    /** The member of staff. */
    byId: text('by_id').notNull(),
    /** What the call said of whom it was for, as it was entered; null where it said nothing. */
    calledAs: text('called_as'),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [index('connection_trials_connection').on(table.connectionId, table.id)],
);
