import { EnvError } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { CommandProblem } from './command-problem';
import { StartProblem } from './launcher/start-problem';

/** A fault as commands tell it: a code for programs, a sentence for people. */
export function describeFault(error: unknown): { code: string; message: string } {
  if (AppError.is(error)) return { code: error.code, message: error.sentence('en') };
  if (
    error instanceof CommandProblem ||
    error instanceof StartProblem ||
    error instanceof EnvError
  ) {
    return { code: 'invalid_request', message: error.message };
  }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}
