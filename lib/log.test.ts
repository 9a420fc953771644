import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const failing = `
  import { DrizzleQueryError } from 'drizzle-orm/errors';
  import { log } from '@/lib/log';
  const query = 'insert into messages values ($1)';
  const cause = new DrizzleQueryError(query, ['my card is 4111\\n    at home'], new Error('refused'));
  const error = Object.assign(new Error('not stored', { cause }), { request: 'Bearer abc' });
  log().error({ event: 'request-failed', err: error });
`;

test('a failed query is logged with its statement and reason, without what somebody wrote', () => {
  const run = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', failing],
    {
      env: { ...process.env, LOG_LEVEL: 'info' },
      encoding: 'utf8',
    },
  );
  const line = JSON.parse(run.stderr);
  expect(line.err.stack).toContain('insert into messages values ($1)');
  expect(line.err.message).toContain('refused');
  expect(line.err.stack).toMatch(/\n\s+at /);
  expect(run.stderr).not.toMatch(/4111|home|Bearer/);
});
