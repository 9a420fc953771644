import { Command } from 'commander';
import { commands } from './commands/registry';

/** The command line: `npm run frontdesk -- <command>`. */
const program = new Command('frontdesk')
  .description('The command line of a desk: feed it, ask it, look after it.')
  .configureHelp({ showGlobalOptions: true });
for (const command of commands) program.addCommand(command());
await program.parseAsync();
