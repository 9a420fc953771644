/**
 * A process of its own that reads one file as the worker does, with the Unstructured server of the
 * environment, so that a test sees all that it writes to the console and to the log.
 */
import { readFile } from '@/knowledge/read-file';
import { closeDatabase } from '@/lib/db/client';

const [path = '', filename = ''] = process.argv.slice(2);
const outcome = await readFile({ path, filename }).then(
  (document) => document.notes,
  (error: unknown) => String(error),
);
process.stdout.write(JSON.stringify(outcome));
await closeDatabase();
