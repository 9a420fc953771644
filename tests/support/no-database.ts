import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// Set before any test module reads the environment.
process.env.FRONTDESK_DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-data-'));
process.env.AUTH_SECRET = 'a-secret-for-tests-only-0123456789abcdef';
process.env.LOG_LEVEL ??= 'silent';
