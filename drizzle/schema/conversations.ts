import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { failedUndoStates, unsettledStates } from './action-states';
import { json } from './json-column';
import { writtenOut } from './written-out';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** One thread with one person, across the AI and people. */
export const conversations = pgTable(
  'conversations',
  {
    id: text('id').primaryKey(),
    participantKind: text('participant_kind', { enum: ['guest', 'customer', 'staff'] }).notNull(),
    participantId: text('participant_id').notNull(),
    locale: text('locale', { enum: ['en', 'zh'] }).notNull(),
    /** The first words the person wrote. */
    title: text('title').notNull(),
    /** Who may answer: the AI, a team's queue (ownerId: team) or an operator (ownerId: user). */
    ownerKind: text('owner_kind', { enum: ['ai', 'queue', 'operator'] })
      .notNull()
      .default('ai'),
    ownerId: text('owner_id'),
    /** Raised at each change of owner; a reply names the version it was written under. */
    ownerVersion: integer('owner_version').notNull().default(0),
    lastSeq: integer('last_seq').notNull().default(0),
    /** Messages that wait until the turn that runs has ended. */
    queuedCount: integer('queued_count').notNull().default(0),
    activeSpecialist: text('active_specialist'),
    /** Turns in a row that found nothing to answer from; at two a person is called. */
    unansweredCount: integer('unanswered_count').notNull().default(0),
    /** What the dialogue policy keeps between messages, as in `lib/shared/policy-state.ts`. */
    policy: json('policy'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('conversations_participant').on(table.participantId, table.updatedAt.desc()),
    index('conversations_updated').on(table.updatedAt.desc()),
  ],
);

/** Append-only. The id is the client's for a person's own message: a resend is recognised by it. */
export const messages = pgTable(
  'messages',
  {
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    seq: integer('seq').notNull(),
    role: text('role', { enum: ['user', 'assistant', 'operator'] }).notNull(),
    authorId: text('author_id'),
    turnId: text('turn_id'),
    specialist: text('specialist'),
    /** Message parts as in `lib/shared/chat.ts`. */
    parts: json('parts').notNull(),
    /** Waits for the turn after the one that runs; it is put at the end when that takes it up. */
    isQueued: boolean('is_queued').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.id] }),
    uniqueIndex('messages_order').on(table.conversationId, table.seq),
    index('messages_queued').on(table.conversationId).where(sql`is_queued`),
  ],
);

/** One user message to one answer or pause. */
export const turns = pgTable(
  'turns',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    userMessageId: text('user_message_id').notNull(),
    state: text('state', {
      enum: ['running', 'awaiting-approval', 'completed', 'stopped', 'failed', 'handed-off'],
    }).notNull(),
    /** The message that this turn writes; its parts grow until the turn has ended. */
    answerId: text('answer_id').notNull(),
    specialist: text('specialist'),
    /** Advisory lock held by the process that runs this turn: lock free means process gone. */
    processKey: integer('process_key').notNull(),
    attempt: integer('attempt').notNull().default(1),
    errorCode: text('error_code'),
    startedAt: instant('started_at').notNull().defaultNow(),
    /** When it entered the state that it is in. */
    stateSince: instant('state_since').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('turns_conversation').on(table.conversationId, table.startedAt),
    uniqueIndex('turns_one_open')
      .on(table.conversationId)
      .where(sql`state in ('running', 'awaiting-approval')`),
    index('turns_running').on(table.state).where(sql`state in ('running', 'awaiting-approval')`),
  ],
);

/** What happened inside a turn, in order: for the transcript and for measuring. */
export const steps = pgTable(
  'steps',
  {
    turnId: text('turn_id')
      .notNull()
      .references(() => turns.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    kind: text('kind', {
      enum: [
        'route',
        'retrieval',
        'handoff',
        'model',
        'tool',
        'guard',
        'escalation',
        'error',
        'policy',
      ],
    }).notNull(),
    name: text('name').notNull(),
    /** Kind-specific facts, as in `lib/shared/steps.ts`. */
    detail: json('detail').notNull(),
    startedAt: instant('started_at').notNull(),
    durationMs: integer('duration_ms').notNull(),
    inputTokens: integer('input_tokens'),
    outputTokens: integer('output_tokens'),
  },
  (table) => [
    primaryKey({ columns: [table.turnId, table.seq] }),
    index('steps_searches')
      .on(table.startedAt.desc().nullsFirst(), table.turnId.desc().nullsFirst())
      .where(sql`kind = 'retrieval'`),
    index('steps_unanswered')
      .on(table.startedAt.desc().nullsFirst(), table.turnId.desc().nullsFirst())
      .where(sql`kind = 'retrieval' and detail->>'isAnswered' = 'false'`),
  ],
);

/** One call of a write tool. The row is the approval: bound to person, conversation and arguments. */
export const actions = pgTable(
  'actions',
  {
    id: text('id').primaryKey(),
    turnId: text('turn_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    principalId: text('principal_id').notNull(),
    tool: text('tool').notNull(),
    args: json('args').notNull(),
    argsHash: text('args_hash').notNull(),
    /** What the person is shown: title and labelled fields, in their language. */
    preview: json('preview').notNull(),
    /** Sent on to the business API as `Idempotency-Key`. */
    idempotencyKey: text('idempotency_key').notNull().unique(),
    state: text('state', {
      enum: [
        'proposed',
        'awaiting-operator',
        'approved',
        'declined',
        'refused',
        'expired',
        'executing',
        'done',
        'failed',
        'unknown',
        'undone',
      ],
    }).notNull(),
    result: json('result'),
    /** The specialist who proposed it, and the team whose operators may decide about it. */
    specialist: text('specialist'),
    teamId: text('team_id'),
    /** An operator of the team must agree, too, once the person has. */
    needsOperator: boolean('needs_operator').notNull().default(false),
    /** Why, as in `lib/shared/actions.ts`; null where none must. */
    operatorReason: json('operator_reason'),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    operatorId: text('operator_id'),
    operatorDecidedAt: instant('operator_decided_at'),
    /** What the operator wrote to the person beside the decision. */
    operatorNote: text('operator_note'),
    /** The action that this one takes back. */
    undoes: text('undoes'),
    /** Until when it can be taken back; null where it cannot. */
    undoUntil: instant('undo_until'),
    /** Advisory lock of the process that carries it out, in its turn or apart from it. */
    processKey: integer('process_key'),
    /** How often it was asked whether it happened, and when to ask again. */
    checks: integer('checks').notNull().default(0),
    nextCheckAt: instant('next_check_at'),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('actions_turn').on(table.turnId),
    index('actions_of_person').on(table.principalId, table.tool, table.decidedAt),
    index('actions_waiting')
      .on(table.teamId, table.createdAt)
      .where(sql`state = 'awaiting-operator'`),
    index('actions_unsettled')
      .on(table.state)
      .where(sql`state in ${writtenOut(unsettledStates)}`),
    uniqueIndex('actions_undone_once')
      .on(table.undoes)
      .where(sql`state not in ${writtenOut(failedUndoStates)}`),
    foreignKey({ columns: [table.turnId], foreignColumns: [turns.id] }).onDelete('cascade'),
  ],
);
