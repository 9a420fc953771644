import { hasSessions } from '@/lib/db/identity/sessions';
import { listUsers } from '@/lib/db/identity/users';
import { createSignInLink } from '@/lib/operations/create-sign-in-link';
import { isDemoAddress } from '@/lib/operations/seed-demo-users';
import { bold, dim, say } from './terminal';

/** Tells how to sign in: a link for each demo role until somebody has, and after that the command. */
export async function showSignIn(isDemo: boolean): Promise<void> {
  const users = await listUsers();
  const demoUsers = users.filter(({ email, disabledAt }) => !disabledAt && isDemoAddress(email));
  if (isDemo && demoUsers.length > 0 && !(await hasSessions())) {
    say('Sign in as one of the demo company. Each link works once, for a day:');
    for (const { email } of demoUsers) {
      const role = email.split('@')[0] ?? email;
      say(`  ${role.padEnd(10)}${(await createSignInLink({ email })).url}`);
    }
    say();
  } else if (users.length === 0) {
    say(`There is no account yet. Make yours in another terminal:`);
    say(`  npm run frontdesk -- users create --role admin --email ${bold('<your address>')}`);
    say();
  } else {
    say(dim('Sign-in link: npm run frontdesk -- users link --email <address>'));
    say();
  }
}
