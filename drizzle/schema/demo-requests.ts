import { primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { demo } from './demo';
import { json } from './json-column';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Responses already given, by the caller's `Idempotency-Key`. */
export const demoIdempotencyKeys = demo.table(
  'idempotency_keys',
  {
    customerId: text('customer_id').notNull(),
    key: text('key').notNull(),
    /** The operation that was asked for; null for requests of before this was kept. */
    operationId: text('operation_id'),
    requestHash: text('request_hash').notNull(),
    /** The response; null only inside the transaction that is making it. */
    body: json('body'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.key] })],
);
