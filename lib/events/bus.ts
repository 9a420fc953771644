import { type SQLWrapper, sql } from 'drizzle-orm';
import { type Executor, sqlClient } from '@/lib/db/client';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import { type DeskEvent, eventSchema } from './events';

/** The channel of PostgreSQL that events travel by. */
export const channel = 'frontdesk';

type Listener = (event: DeskEvent) => void;

interface Bus {
  listeners: Set<Listener>;
  onReconnect: Set<() => void>;
  /** Rejected while the first attempt to listen has failed and no later one has succeeded. */
  ready: Promise<void>;
}

function dispatch(bus: Bus, payload: string): void {
  const event = eventSchema.safeParse(JSON.parse(payload));
  if (!event.success) {
    log().warn({ event: 'event-unknown', payload }, 'an event of another version was ignored');
    return;
  }
  for (const listener of bus.listeners) listener(event.data);
}

function open(): Bus {
  const bus: Bus = { listeners: new Set(), onReconnect: new Set(), ready: Promise.resolve() };
  let isFirst = true;
  const onListening = () => {
    if (!isFirst) for (const notify of bus.onReconnect) notify();
    isFirst = false;
    // The driver goes on trying after a first attempt that failed.
    bus.ready = Promise.resolve();
  };
  bus.ready = sqlClient()
    .listen(channel, (payload) => dispatch(bus, payload), onListening)
    .then(() => undefined);
  return bus;
}

const bus = () => processGlobal('event-bus', open);

/** Tells every process an event, given as its JSON, beside what the statement does otherwise. */
export const telling = (payload: SQLWrapper) =>
  sql<string>`pg_notify(${sql.raw(`'${channel}'`)}, ${payload})`;

/** Tells every process; inside a transaction the event leaves when the transaction commits. */
export async function publish(executor: Executor, event: DeskEvent): Promise<void> {
  await executor.execute(sql`select pg_notify(${channel}, ${JSON.stringify(event)})`);
}

/**
 * Calls `listener` for each event of any process, this one included, until the returned
 * function is called. Resolves once events are certain to arrive.
 * @throws Error of the driver while PostgreSQL cannot be reached
 */
export async function subscribe(listener: Listener): Promise<() => void> {
  const { listeners, ready } = bus();
  listeners.add(listener);
  try {
    await ready;
  } catch (error) {
    listeners.delete(listener);
    throw error;
  }
  return () => listeners.delete(listener);
}

/** Calls `notify` after the connection to Postgres was lost and regained: events may be missing. */
export function onEventsLost(notify: () => void): () => void {
  const { onReconnect } = bus();
  onReconnect.add(notify);
  return () => onReconnect.delete(notify);
}
