import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/**
 * The values of a JSON Lines file; empty lines are passed over.
 * @throws Error when the file is missing, SyntaxError for a line that is no JSON, ZodError for one
 * of another shape.
 */
export async function readJsonLines<T extends z.ZodType>(
  file: string,
  schema: T,
): Promise<z.output<T>[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
