import { readFileSync } from 'node:fs';
import path from 'node:path';
import { specialistNames } from '@/lib/shared/chat';

/** Where a message can go: a specialist, or none of them. */
export const routes = [...specialistNames, 'none'] as const;
export type Route = (typeof routes)[number];

function fileOf(route: Route): string {
  const file = route === 'none' ? 'none-examples.txt' : `${route}/examples.txt`;
  // The product always runs from its root; the bundler must not trace the whole of it for this.
  return path.join(/* turbopackIgnore: true */ process.cwd(), 'agents', file);
}

/** The example utterances of a route, one per line of its file; `#` begins a comment. */
export function readExamples(route: Route): string[] {
  return readFileSync(fileOf(route), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
