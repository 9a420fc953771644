import { notFound } from 'next/navigation';
import { z } from 'zod';
import type { Session } from '@/app/_ui/chat/use-session';
import type { Principal } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import { readConversation } from '@/lib/operations/read-conversation';

/** What a chat page finds in its address. */
export type ChatSearchParams = Promise<Record<string, string | string[] | undefined>>;

/**
 * The conversation named in the address (`?c=`), or null when none is. One that is not there, or
 * not this person's, is a page that was not found.
 */
export async function loadSession(
  principal: Principal,
  searchParams: ChatSearchParams,
): Promise<Session | null> {
  const { c } = await searchParams;
  if (c === undefined) return null;
  const id = z.uuid().safeParse(c);
  if (!id.success) notFound();
  try {
    const { messages, owner, turn } = await readConversation(principal, id.data);
    return { id: id.data, view: { messages, owner, turn } };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}
