import { readFileSync } from 'node:fs';
import path from 'node:path';
import { team } from '@/agents/team';

/** Where a message can go: the name of a specialist, or `none` of them. */
export type Route = string;
export const routes = (): Route[] => [...team().names, 'none'];

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

/** The example utterances of a route. */
export function readExamples(route: Route): string[] {
  const own = team().find(route)?.examplesFile ?? `${route}/examples.txt`;
  return readUtterances(route === 'none' ? 'none-examples.txt' : own);
}
