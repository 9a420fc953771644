import { DrizzleAdapter } from '@auth/drizzle-adapter';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import { accounts, sessions, users, verificationTokens } from '@/drizzle/schema/identity';
import { db } from '@/lib/db/client';
import { deleteExpiredSessionsOf, hashSessionToken } from '@/lib/db/identity/sessions';
import { takeSignInToken } from '@/lib/db/identity/sign-in-tokens';
import { normalizeEmail } from '@/lib/db/identity/users';
import { newId } from '@/lib/ids';

/**
 * Auth.js's Drizzle adapter on our tables, with what we keep differently: our ids, addresses in
 * one spelling, session tokens stored hashed, and sign-in tokens found by themselves (the link
 * need not carry the address).
 */
export function authAdapter(): Adapter {
  const base = DrizzleAdapter(db(), {
    usersTable: users,
    accountsTable: accounts,
    sessionsTable: sessions,
    verificationTokensTable: verificationTokens,
  });
  const hashed = <T extends { sessionToken: string }>(session: T): T => ({
    ...session,
    sessionToken: hashSessionToken(session.sessionToken),
  });
  return {
    ...base,
    createUser: (user) => required(base.createUser)({ ...newAccount(user), id: newId() }),
    getUserByEmail: (email) => required(base.getUserByEmail)(normalizeEmail(email)),
    createSession: async (session) => {
      await deleteExpiredSessionsOf(session.userId);
      await required(base.createSession)(hashed(session));
      return session;
    },
    getSessionAndUser: async (token) => {
      const found = await required(base.getSessionAndUser)(hashSessionToken(token));
      return found && { ...found, session: { ...found.session, sessionToken: token } };
    },
    updateSession: (session) => required(base.updateSession)(hashed(session)),
    deleteSession: (token) => required(base.deleteSession)(hashSessionToken(token)),
    useVerificationToken: async ({ token }) => {
      const taken = await takeSignInToken(token);
      return taken && { identifier: taken.email, expires: taken.expires, token };
    },
  };
}

/** What we keep of a person who comes with an outside identity: a customer, until told otherwise. */
function newAccount(user: AdapterUser): AdapterUser {
  return {
    id: user.id,
    email: normalizeEmail(user.email),
    name: user.name,
    emailVerified: user.emailVerified,
  };
}

function required<T>(method: T | undefined): T {
  if (!method) throw new Error('The Drizzle adapter lacks a method that database sessions need.');
  return method;
}
