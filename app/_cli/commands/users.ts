import { Command, Option } from 'commander';
import { roles } from '@/lib/auth/principal';
import { findUserByEmail, listUsers, type User } from '@/lib/db/identity/users';
import { createSignInLink } from '@/lib/operations/create-sign-in-link';
import { createUser } from '@/lib/operations/create-user';
import { CommandProblem } from '../command-problem';
import { print, printJson, printTable } from '../output';
import { runCommand } from '../run-command';

interface CreateOptions {
  email: string;
  role: (typeof roles)[number] | 'customer';
  name?: string;
  account?: string;
  team?: string[];
  json?: boolean;
}

async function create(options: CreateOptions): Promise<undefined> {
  const isCustomer = options.role === 'customer';
  const user = await createUser({
    email: options.email,
    name: options.name,
    kind: isCustomer ? 'customer' : 'staff',
    roles: options.role === 'customer' ? [] : [options.role],
    teamIds: options.team,
    accountId: options.account,
  });
  await showLink(user.email, options, describeUser(user));
}

async function showLink(
  email: string,
  options: { json?: boolean },
  user?: ReturnType<typeof describeUser>,
): Promise<undefined> {
  if (!(await findUserByEmail(email))) {
    throw new CommandProblem(`There is no account ${email}. \`users list\` shows all.`);
  }
  const { url, expires } = await createSignInLink({ email });
  if (options.json) printJson({ ...user, email, link: url, expires: expires.toISOString() });
  else print(`Sign-in link for ${email}, works once until ${expires.toISOString()}:`, url);
}

async function list(options: { json?: boolean }): Promise<undefined> {
  const users = (await listUsers()).map(describeUser);
  if (options.json) printJson(users);
  else {
    printTable([
      ['E-MAIL', 'NAME', 'KIND', 'ROLES', 'TEAMS', 'STATE'],
      ...users.map((user) => [
        user.email,
        user.name ?? '',
        user.kind,
        user.roles.join(' '),
        user.teams.join(' '),
        user.isDisabled ? 'disabled' : '',
      ]),
    ]);
  }
}

function describeUser(user: User) {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    kind: user.kind,
    roles: user.roles,
    teams: user.teamIds,
    account: user.accountId,
    isDisabled: user.disabledAt !== null,
  };
}

/** `users create | link | list`: accounts, and links that sign them in. */
export function usersCommand(): Command {
  const command = new Command('users').description('accounts, and links that sign them in');
  command
    .command('create')
    .description('make an account and print a link that signs it in, once')
    .requiredOption('--email <email>', 'its address')
    .addOption(
      new Option('--role <role>', 'what it may do')
        .choices([...roles, 'customer'])
        .makeOptionMandatory(),
    )
    .option('--name <name>', 'what people call it')
    .option('--account <number>', "a customer's account in the business APIs")
    .option('--team <id...>', 'teams of a member of staff')
    .option('--json', 'print JSON')
    .action((options: CreateOptions) => runCommand(options, () => create(options)));
  command
    .command('link')
    .description('print a link that signs an account in, once')
    .requiredOption('--email <email>', 'whom')
    .option('--json', 'print JSON')
    .action((options) => runCommand(options, () => showLink(options.email, options)));
  command
    .command('list')
    .description('every account')
    .option('--json', 'print JSON')
    .action((options) => runCommand(options, () => list(options)));
  return command;
}
