import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartProblem } from './start-problem';

/**
 * Makes the data directory where it is missing and tries whether files can be kept there.
 * @throws StartProblem when they cannot.
 */
export async function checkDataDir(directory: string): Promise<void> {
  const probe = path.join(directory, `.write-test-${process.pid}`);
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new StartProblem(
      `The data directory ${directory} cannot be written (${code ?? message}). Make it writable for this user, or choose another one: FRONTDESK_DATA_DIR=<folder> npm start`,
      { cause },
    );
  }
}
