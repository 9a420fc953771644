'use server';
import { redirect } from 'next/navigation';

/** Ends the session and goes to where people sign in. */
export async function signOut(): Promise<void> {
  redirect('/sign-in');
}
