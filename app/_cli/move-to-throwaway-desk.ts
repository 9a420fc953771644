import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Makes this process run on an empty desk of its own, which goes with it: nothing of the real one
 * is read, and nothing there changes. Call it before anything reads the environment.
 */
export function moveToThrowawayDesk(): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-throwaway-'));
  process.env.FRONTDESK_DATA_DIR = folder;
  process.env.FRONTDESK_DEMO = '0';
  delete process.env.DATABASE_URL;
  delete process.env.QDRANT_URL;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
