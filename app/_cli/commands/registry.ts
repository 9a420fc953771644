import type { Command } from 'commander';
import { askCommand } from './ask';
import { backupCommand } from './backup';
import { doctorCommand } from './doctor';
import { evalCommand } from './eval';
import { ingestCommand } from './ingest';
import { keysCommand } from './keys';
import { policyCommand } from './policy';
import { reindexCommand } from './reindex';
import { restoreCommand } from './restore';
import { searchCommand } from './search';
import { sourcesCommand } from './sources';
import { usersCommand } from './users';

/** Every command; a new one is a file beside this and a line here. */
export const commands: (() => Command)[] = [
  ingestCommand,
  askCommand,
  searchCommand,
  sourcesCommand,
  usersCommand,
  keysCommand,
  reindexCommand,
  backupCommand,
  restoreCommand,
  policyCommand,
  evalCommand,
  doctorCommand,
];
