'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { isSecure, sessionCookieName } from '@/lib/auth/cookie-names';
import { deleteSession } from '@/lib/db/identity/sessions';

/** Ends the session, if there is one, and goes to the chat as a guest. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  if (token) await deleteSession(token);
  jar.set(sessionCookieName(), '', { path: '/', maxAge: 0, httpOnly: true, secure: isSecure() });
  redirect('/');
}
