import type { Role } from '@/lib/auth/principal';
import { createApiKey } from '@/lib/operations/create-api-key';
import { createUser } from '@/lib/operations/create-user';
import { ChatClient } from './chat-client';

/** Somebody at a desk that a test serves, with the means to ask it for anything. */
export interface DeskPerson {
  name: string;
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** A new conversation of this person. */
  chat: () => ChatClient;
}

interface Account {
  kind: 'customer' | 'staff';
  roles?: Role[];
  teamIds?: string[];
}

/** A visitor without an account: known by nothing but the cookie of each conversation. */
export function asGuest(url: string): DeskPerson {
  const fetchFrom = (path: string, init?: RequestInit) => fetch(`${url}${path}`, init);
  return { name: 'a guest', fetch: fetchFrom, chat: () => new ChatClient(fetchFrom) };
}

/** A new account, acting by a key of its own. */
export async function asAccount(url: string, name: string, account: Account): Promise<DeskPerson> {
  const email = `${name.replaceAll(/\W+/g, '-')}@desk.test`;
  const user = await createUser({ email, name, roles: [], teamIds: [], ...account });
  const { key } = await createApiKey({ userId: user.id, name: 'test' });
  const fetchFrom = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${key}`);
    return fetch(`${url}${path}`, { ...init, headers });
  };
  return { name, fetch: fetchFrom, chat: () => new ChatClient(fetchFrom) };
}
