import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as actionEvents from '@/drizzle/schema/action-events';
import * as cases from '@/drizzle/schema/cases';
import * as citations from '@/drizzle/schema/citations';
import * as conversationSummaries from '@/drizzle/schema/conversation-summaries';
import * as conversations from '@/drizzle/schema/conversations';
import * as deletions from '@/drizzle/schema/deletions';
import * as demo from '@/drizzle/schema/demo';
import * as demoRequests from '@/drizzle/schema/demo-requests';
import * as identity from '@/drizzle/schema/identity';
import * as knowledge from '@/drizzle/schema/knowledge';
import * as models from '@/drizzle/schema/models';
import * as personFacts from '@/drizzle/schema/person-facts';
import * as searchIndexes from '@/drizzle/schema/search-indexes';
import * as settings from '@/drizzle/schema/settings';
import * as sources from '@/drizzle/schema/sources';
import * as turnCheckpoints from '@/drizzle/schema/turn-checkpoints';
import { env } from '@/lib/env';
import { processGlobal } from '@/lib/process-global';
import { withPreparedStatements } from './prepared-statements';

const schema = {
  ...identity,
  ...conversations,
  ...actionEvents,
  ...cases,
  ...citations,
  ...conversationSummaries,
  ...knowledge,
  ...searchIndexes,
  ...deletions,
  ...sources,
  ...turnCheckpoints,
  ...settings,
  ...models,
  ...personFacts,
  ...demo,
  ...demoRequests,
};

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** Where a query runs: on its own, or inside a caller's transaction. */
export type Executor = Database | Transaction;

function open() {
  const url = env().DATABASE_URL;
  if (!url) {
    throw new Error(
      'DATABASE_URL is not set: start through `npm start` or `npm run frontdesk`, which provide it.',
    );
  }
  const client = withPreparedStatements(postgres(url, { max: 10, onnotice: () => undefined }));
  return { client, db: drizzle(client, { schema }) };
}

const connection = () => processGlobal('database', open);

/** The database of this process. */
export function db(): Database {
  return connection().db;
}

/** The driver beneath, for LISTEN and advisory locks. */
export function sqlClient(): postgres.Sql {
  return connection().client;
}

/** Closes all connections; for commands and tests that end. */
export async function closeDatabase(): Promise<void> {
  await connection().client.end({ timeout: 5 });
}
