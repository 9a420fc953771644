import { Command } from 'commander';
import { findUserByEmail } from '@/lib/db/identity/users';
import { createApiKey } from '@/lib/operations/create-api-key';
import { CommandProblem } from '../command-problem';
import { print, printJson } from '../output';
import { runCommand } from '../run-command';

interface Options {
  email: string;
  name: string;
  json?: boolean;
}

async function create({ email, name, json }: Options): Promise<undefined> {
  const user = await findUserByEmail(email);
  if (!user) throw new CommandProblem(`There is no account ${email}. Make one: users create.`);
  const { id, key } = await createApiKey({ userId: user.id, name });
  if (json) printJson({ id, email: user.email, name, key });
  else print(`API key «${name}», which acts as ${user.email}. It is shown this once:`, key);
}

/** `keys create`: API keys for programs. */
export function keysCommand(): Command {
  const command = new Command('keys').description('API keys for programs');
  command
    .command('create')
    .description('make a key that acts as an account, and print it once')
    .requiredOption('--email <email>', 'the account')
    .requiredOption('--name <name>', 'what the key is for')
    .option('--json', 'print JSON')
    .action((options: Options) => runCommand(options, () => create(options)));
  return command;
}
