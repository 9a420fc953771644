import postgres from 'postgres';
import { inject } from 'vitest';
import { buildIfChanged } from '@/app/_cli/launcher/build';
import { testBuildDir } from './test-build-dir';

/** Any fixed number: whoever holds this advisory lock builds, the others wait for it. */
const buildLock = 7_201_118;

/** Builds the web application for tests unless that is done; one test file at a time. */
export async function testBuild(): Promise<string> {
  const sql = postgres(inject('adminUrl'), { max: 1 });
  try {
    await sql`select pg_advisory_lock(${buildLock})`;
    await buildIfChanged(testBuildDir);
    return testBuildDir;
  } finally {
    await sql.end();
  }
}
