import { describeFault } from './describe-fault';
import { inDesk, type Meeting } from './in-desk';
import { complain } from './launcher/terminal';
import { printJson } from './output';

/**
 * Runs a command's work on the desk's database and ends the process. Faults become a sentence on
 * standard error, with `--json` also an `{error}` object on standard output, and exit code 1.
 * @param work returns the exit code when it is not 0.
 */
export async function runCommand(
  options: { json?: boolean },
  work: () => Promise<number | undefined>,
  meeting: Meeting = {},
): Promise<never> {
  // What matters to a person at a terminal is printed; the log is for servers.
  process.env.LOG_LEVEL ??= 'error';
  let code = 0;
  try {
    code = (await inDesk(work, meeting)) ?? 0;
  } catch (error) {
    code = 1;
    const fault = describeFault(error);
    if (options.json) printJson({ error: fault });
    complain(fault.message);
  }
  await flushed(process.stdout);
  process.exit(code);
}

/** A pipe may still hold what was printed; exiting would cut it off. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
