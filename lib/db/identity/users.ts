import { and, asc, eq, ilike, isNull, or, sql } from 'drizzle-orm';
import { users } from '@/drizzle/schema/identity';
import { AppError, notFound } from '@/lib/errors';
import type { UserView } from '@/lib/shared/users';
import { db, type Executor } from '../client';

export type User = typeof users.$inferSelect;

/** E-mail addresses are compared without regard to case or surrounding space. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

export async function findUser(id: string): Promise<User | null> {
  const [user] = await db().select().from(users).where(eq(users.id, id)).limit(1);
  return user ?? null;
}

export async function findUserByEmail(email: string): Promise<User | null> {
  const [user] = await db()
    .select()
    .from(users)
    .where(eq(users.email, normalizeEmail(email)))
    .limit(1);
  return user ?? null;
}

/** @throws AppError `not_found` */
export async function requireUser(id: string): Promise<User> {
  const user = await findUser(id);
  if (!user) throw notFound();
  return user;
}

/** Whether this account exists and is not disabled. */
export async function isUserEnabled(id: string): Promise<boolean> {
  const [row] = await db()
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.disabledAt)))
    .limit(1);
  return row !== undefined;
}

/** Every account, staff first, by address. */
export async function listUsers(limit = 1000): Promise<User[]> {
  return db().select().from(users).orderBy(sql`${users.kind} desc`, asc(users.email)).limit(limit);
}

/** Members of staff whose name or address holds this text, by address; without disabled accounts. */
export async function listStaff(text: string, limit: number) {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return await db()
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(
      and(
        // Written out, so that PostgreSQL takes the index of staff alone.
        sql`${users.kind} = 'staff'`,
        isNull(users.disabledAt),
        or(ilike(users.email, pattern), ilike(users.name, pattern)),
      ),
    )
    .orderBy(asc(users.email))
    .limit(limit);
}

/** Inserts an account unless its address is taken; null then. */
export async function insertUser(
  executor: Executor,
  user: typeof users.$inferInsert,
): Promise<User | null> {
  const [row] = await executor
    .insert(users)
    .values({ ...user, email: normalizeEmail(user.email) })
    .onConflictDoNothing({ target: users.email })
    .returning();
  return row ?? null;
}

/** @throws AppError `not_found` */
export async function updateUser(
  executor: Executor,
  id: string,
  change: Partial<Omit<User, 'id' | 'createdAt'>>,
): Promise<User> {
  const [row] = await executor.update(users).set(change).where(eq(users.id, id)).returning();
  if (!row) throw notFound();
  return row;
}

/**
 * For use after a change: the desk must keep an administrator who can sign in. Locks the
 * administrators' rows, so that two of them cannot remove each other at once.
 * @throws AppError `last_admin`
 */
export async function requireEnabledAdmin(executor: Executor): Promise<void> {
  const admins = await executor
    .select({ disabledAt: users.disabledAt })
    .from(users)
    .where(sql`${users.kind} = 'staff' and 'admin' = any(${users.roles})`)
    .orderBy(users.id)
    .for('update');
  if (!admins.some((admin) => admin.disabledAt === null)) throw new AppError('last_admin');
}

/** An account as administrators see it. */
export function toUserView(user: User): UserView {
  const { id, email, name, kind, roles, teamIds, accountId } = user;
  const isDisabled = user.disabledAt !== null;
  const createdAt = user.createdAt.toISOString();
  return { id, email, name, kind, roles, teamIds, accountId, isDisabled, createdAt };
}
