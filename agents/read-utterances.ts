import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The utterances of a text file under `agents/`, one per line; `#` begins a comment. Read from the
 * root of the product, from which it always runs.
 */
export function readUtterances(file: string): string[] {
  // The bundler must not trace the whole root for this path.
  const place = path.join(/* turbopackIgnore: true */ process.cwd(), 'agents', file);
  return readFileSync(place, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
