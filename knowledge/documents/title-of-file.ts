import path from 'node:path';

/** What a document is called until it tells its own title. */
export function titleOfFile(filename: string): string {
  return path.parse(filename).name || filename;
}
