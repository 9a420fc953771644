import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Everyone with an account: customers and staff. Guests have no row; they are a signed cookie. */
export const users = pgTable(
  'users',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull().unique(),
    name: text('name'),
    image: text('image'),
    emailVerified: instant('email_verified'),
    kind: text('kind', { enum: ['customer', 'staff'] })
      .notNull()
      .default('customer'),
    roles: text('roles').array().notNull().default([]),
    teamIds: text('team_ids').array().notNull().default([]),
    /** The customer's account number in the business APIs; absent for staff. */
    accountId: text('account_id'),
    locale: text('locale', { enum: ['en', 'zh'] }),
    disabledAt: instant('disabled_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('users_staff').on(table.email).where(sql`kind = 'staff'`)],
);

/** Teams own queues in the inbox and can be named as the readers of a document. */
export const teams = pgTable('teams', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
});

/** Links to outside identity providers; columns as Auth.js's adapter expects them. */
export const accounts = pgTable(
  'accounts',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    type: text('type').notNull(),
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    refresh_token: text('refresh_token'),
    access_token: text('access_token'),
    expires_at: integer('expires_at'),
    token_type: text('token_type'),
    scope: text('scope'),
    id_token: text('id_token'),
    session_state: text('session_state'),
  },
  (table) => [primaryKey({ columns: [table.provider, table.providerAccountId] })],
);

export const sessions = pgTable(
  'sessions',
  {
    sessionToken: text('session_token').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expires: instant('expires').notNull(),
  },
  (table) => [index('sessions_user').on(table.userId)],
);

/** One-time sign-in links; the token is stored hashed and deleted when it is used. */
export const verificationTokens = pgTable(
  'verification_tokens',
  {
    identifier: text('identifier').notNull(),
    token: text('token').notNull(),
    expires: instant('expires').notNull(),
  },
  (table) => [primaryKey({ columns: [table.identifier, table.token] })],
);

/** API keys act as their user. Only a hash is kept. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    hash: text('hash').notNull().unique(),
    /** The first characters, so that people can tell their keys apart. */
    prefix: text('prefix').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('api_keys_user').on(table.userId)],
);

/** Every mail the desk sends; without `SMTP_URL` this is where mails can be read. */
export const mails = pgTable('mails', {
  id: text('id').primaryKey(),
  to: text('to').notNull(),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  state: text('state', { enum: ['outbox', 'sent', 'failed'] }).notNull(),
  error: text('error'),
  createdAt: instant('created_at').notNull().defaultNow(),
});
