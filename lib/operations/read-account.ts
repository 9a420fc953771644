import type { Principal } from '@/lib/auth/principal';
import { listPersonFacts } from '@/lib/db/conversations/person-facts';
import type { AccountView } from '@/lib/shared/account';

/** What the desk knows of a signed-in person: their account, and what they want remembered. */
export async function readAccount(principal: Principal): Promise<AccountView> {
  const { id, name, email, accountId, locale } = principal;
  const facts = await listPersonFacts(id);
  return {
    name: name ?? null,
    email: email ?? null,
    accountId: accountId ?? null,
    locale,
    facts,
  };
}
