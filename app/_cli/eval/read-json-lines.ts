import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CommandProblem } from '../command-problem';

/**
 * The values of a JSON Lines file; empty lines are passed over.
 * @throws CommandProblem when the file is missing, and for a line that is no JSON or of another
 * shape, with its number.
 */
export async function readJsonLines<T extends z.ZodType>(
  file: string,
  schema: T,
): Promise<z.output<T>[]> {
  if (!existsSync(file)) throw new CommandProblem(`There is no file ${file}.`);
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, at) =>
    line.trim() === '' ? [] : [readLine(line, schema, `Line ${at + 1} of ${file}`)],
  );
}

function readLine<T extends z.ZodType>(line: string, schema: T, place: string): z.output<T> {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    if (error instanceof z.ZodError) {
      throw new CommandProblem(`${place} is not as it should be: ${z.prettifyError(error)}`);
    }
    throw new CommandProblem(`${place} is no JSON.`, { cause: error });
  }
}
