import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { json } from './json-column';

const instant = (name: string) => timestamp(name, { withTimezone: true });
/** Money is whole cents of the company's one currency, the Singapore dollar. */
const cents = (name: string) => bigint(name, { mode: 'number' });

/** The demo company's own tables, apart from the desk's: they stand for somebody else's system. */
export const demo = pgSchema('demo');

export const demoCustomers = demo.table('customers', {
  /** Account number, e.g. C-1001. */
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  city: text('city').notNull(),
  /** Where orders are delivered; null on a desk that was seeded before it was kept. */
  address: text('address'),
});

export const demoOrders = demo.table(
  'orders',
  {
    /** Order number, e.g. SO-10421. */
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => demoCustomers.id),
    status: text('status', { enum: ['processing', 'shipped', 'delivered', 'cancelled'] }).notNull(),
    placedAt: instant('placed_at').notNull(),
    shippedAt: instant('shipped_at'),
    deliveredAt: instant('delivered_at'),
    expectedOn: date('expected_on'),
    carrier: text('carrier'),
    trackingNumber: text('tracking_number'),
    /** Null while it is the customer's. */
    deliveryAddress: text('delivery_address'),
    totalCents: cents('total_cents').notNull(),
  },
  (table) => [index('demo_orders_customer').on(table.customerId, table.placedAt.desc())],
);

export const demoOrderItems = demo.table(
  'order_items',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => demoOrders.id),
    sku: text('sku').notNull(),
    name: text('name').notNull(),
    quantity: integer('quantity').notNull(),
    unitCents: cents('unit_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.sku] })],
);

export const demoReturnNumbers = demo.sequence('return_numbers', { startWith: 70001 });

export const demoReturns = demo.table(
  'returns',
  {
    /** Return number, e.g. RT-70001. */
    id: text('id').primaryKey().default(sql`'RT-' || nextval('demo.return_numbers')`),
    orderId: text('order_id')
      .notNull()
      .references(() => demoOrders.id),
    sku: text('sku').notNull(),
    quantity: integer('quantity').notNull(),
    reason: text('reason').notNull(),
    status: text('status', { enum: ['requested', 'received', 'refunded', 'cancelled'] }).notNull(),
    refundCents: cents('refund_cents').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('demo_returns_order').on(table.orderId)],
);

export const demoRefundNumbers = demo.sequence('refund_numbers', { startWith: 80001 });

export const demoRefunds = demo.table(
  'refunds',
  {
    /** Refund number, e.g. RF-80001. */
    id: text('id').primaryKey().default(sql`'RF-' || nextval('demo.refund_numbers')`),
    orderId: text('order_id')
      .notNull()
      .references(() => demoOrders.id),
    amountCents: cents('amount_cents').notNull(),
    reason: text('reason').notNull(),
    /** Who agreed to more than is refunded without a person's decision. */
    approvedBy: text('approved_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('demo_refunds_order').on(table.orderId)],
);

export const demoInvoices = demo.table(
  'invoices',
  {
    /** Invoice number, e.g. INV-2026-0042. */
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => demoCustomers.id),
    orderId: text('order_id').references(() => demoOrders.id),
    description: text('description').notNull(),
    issuedOn: date('issued_on').notNull(),
    dueOn: date('due_on').notNull(),
    totalCents: cents('total_cents').notNull(),
  },
  (table) => [index('demo_invoices_customer').on(table.customerId, table.issuedOn.desc())],
);

export const demoPayments = demo.table(
  'payments',
  {
    id: text('id').primaryKey(),
    invoiceId: text('invoice_id')
      .notNull()
      .references(() => demoInvoices.id),
    amountCents: cents('amount_cents').notNull(),
    method: text('method', { enum: ['card', 'bank-transfer', 'paynow'] }).notNull(),
    status: text('status', { enum: ['settled', 'pending', 'failed'] }).notNull(),
    paidOn: date('paid_on').notNull(),
  },
  (table) => [index('demo_payments_invoice').on(table.invoiceId)],
);

export const demoDisputeNumbers = demo.sequence('dispute_numbers', { startWith: 60001 });

/** Objections to invoices; one at a time is open for each. */
export const demoDisputes = demo.table(
  'disputes',
  {
    /** Dispute number, e.g. DP-60001. */
    id: text('id').primaryKey().default(sql`'DP-' || nextval('demo.dispute_numbers')`),
    invoiceId: text('invoice_id')
      .notNull()
      .references(() => demoInvoices.id),
    reason: text('reason').notNull(),
    status: text('status', { enum: ['open', 'settled', 'withdrawn'] }).notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('demo_disputes_open').on(table.invoiceId).where(sql`status = 'open'`),
    index('demo_disputes_invoice').on(table.invoiceId),
  ],
);

export const demoExpenseNumbers = demo.sequence('expense_numbers', { startWith: 50001 });

/** What members of staff have paid for the company. The same day, kind and amount counts once. */
export const demoExpenseClaims = demo.table(
  'expense_claims',
  {
    /** Claim number, e.g. EX-50001. */
    id: text('id').primaryKey().default(sql`'EX-' || nextval('demo.expense_numbers')`),
    /** Whose it is, as the desk names them. */
    employeeId: text('employee_id').notNull(),
    spentOn: date('spent_on').notNull(),
    category: text('category', {
      enum: ['travel', 'meals', 'lodging', 'supplies', 'entertainment', 'other'],
    }).notNull(),
    amountCents: cents('amount_cents').notNull(),
    hasReceipt: boolean('has_receipt').notNull(),
    status: text('status', { enum: ['submitted', 'paid'] }).notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('demo_expense_claims_once').on(
      table.employeeId,
      table.spentOn,
      table.category,
      table.amountCents,
    ),
  ],
);

/** Opening times by ISO weekday (1 = Monday): local `HH:MM` from and to; a missing day is closed. */
export type WeeklyHours = Partial<
  Record<'1' | '2' | '3' | '4' | '5' | '6' | '7', [string, string]>
>;

export const demoCalendars = demo.table('calendars', {
  id: text('id').primaryKey(),
  nameEn: text('name_en').notNull(),
  nameZh: text('name_zh').notNull(),
  timeZone: text('time_zone').notNull(),
  /** Where one meets; null is at the customer's address. */
  placeEn: text('place_en'),
  placeZh: text('place_zh'),
  slotMinutes: integer('slot_minutes').notNull(),
  hours: json('hours').$type<WeeklyHours>().notNull(),
});

export const demoAppointmentNumbers = demo.sequence('appointment_numbers', { startWith: 30001 });

/**
 * Two that are booked in a calendar never overlap: the exclusion constraint
 * `demo_appointments_no_overlap` holds that, which stands in the migration only, for the schema
 * has no words for it. The unique index beside it decides between requests for one slot without
 * any of them waiting for another in a circle.
 */
export const demoAppointments = demo.table(
  'appointments',
  {
    /** Appointment number, e.g. AP-30001. */
    id: text('id').primaryKey().default(sql`'AP-' || nextval('demo.appointment_numbers')`),
    calendarId: text('calendar_id')
      .notNull()
      .references(() => demoCalendars.id),
    customerId: text('customer_id')
      .notNull()
      .references(() => demoCustomers.id),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    topic: text('topic').notNull(),
    status: text('status', { enum: ['booked', 'cancelled'] }).notNull(),
    /** How often it was moved or cancelled: tells calendar programs which of two files is newer. */
    revision: integer('revision').notNull().default(0),
  },
  (table) => [
    check('demo_appointments_last', sql`ends_at > starts_at`),
    uniqueIndex('demo_appointments_slot')
      .on(table.calendarId, table.startsAt)
      .where(sql`status = 'booked'`),
    index('demo_appointments_customer').on(table.customerId, table.startsAt),
  ],
);
