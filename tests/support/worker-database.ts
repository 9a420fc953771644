import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDatabase } from '@/lib/db/client';
import { newId } from '@/lib/ids';

const name = `desk_${newId()
  .replaceAll(/[^a-zA-Z0-9]/g, '')
  .toLowerCase()}`;

// Set before any test module reads the environment: each test file has a database and data folder of its own.
process.env.DATABASE_URL = inject('databaseUrl').replace('{database}', name);
process.env.FRONTDESK_DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-data-'));
process.env.AUTH_SECRET = 'a-secret-for-tests-only-0123456789abcdef';
process.env.LOG_LEVEL ??= 'silent';

beforeAll(async () => {
  const admin = postgres(inject('adminUrl'), { max: 1 });
  await admin`create database ${admin(name)} template template_desk`;
  await admin.end();
});

afterAll(async () => {
  await closeDatabase();
});
