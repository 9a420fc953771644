import type { Principal } from '@/lib/auth/principal';
import { toGuest, toPrincipal } from '@/lib/auth/to-principal';
import { findConversation } from '@/lib/db/conversations/conversations';
import { findUserByEmail } from '@/lib/db/identity/users';
import { newId } from '@/lib/ids';
import type { Locale } from '@/lib/locale';
import { CommandProblem } from './command-problem';

export const asDescription = 'who asks: guest, customer:<email> or staff:<email>';

/**
 * The principal that `--as` names. A guest who goes on with a conversation is the guest who
 * began it: the command line is trusted like the database that it opens.
 * @throws CommandProblem when there is no such account, or it is of another kind.
 */
export async function actingAs(
  who: string,
  locale: Locale,
  conversationId?: string,
): Promise<Principal> {
  if (who === 'guest') {
    const conversation = conversationId ? await findConversation(conversationId) : null;
    const isGuests = conversation?.participantKind === 'guest';
    return toGuest(isGuests ? conversation.participantId : newId(), locale);
  }
  const [kind, email] = who.split(/:(.*)/s);
  if (!email || (kind !== 'customer' && kind !== 'staff')) {
    throw new CommandProblem(`--as ${who} is not understood; name ${asDescription}.`);
  }
  const user = await findUserByEmail(email);
  if (!user) {
    throw new CommandProblem(`There is no account ${email}. \`users list\` shows all.`);
  }
  if (user.kind !== kind) {
    throw new CommandProblem(`${email} is ${user.kind}: use --as ${user.kind}:${email}.`);
  }
  if (user.disabledAt) throw new CommandProblem(`The account ${email} is disabled.`);
  return toPrincipal(user, user.locale ?? locale);
}
