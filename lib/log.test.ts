import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { typescript } from '@/lib/runtime/typescript';

const failing = `
  import { DrizzleQueryError } from 'drizzle-orm/errors';
  import { log } from '@/lib/log';
  const query = 'insert into messages values ($1)';
  const cause = new DrizzleQueryError(query, ['my card is 4111\\n    at home'], new Error('refused'));
  const error = Object.assign(new Error('not stored', { cause }), { request: 'Bearer abc' });
  log().error({ event: 'request-failed', err: error });
  log().error({ event: 'query-failed', err: cause });
  log().error({ event: 'answer-refused', err: new Error('x'.repeat(100_000)) });
`;

test('a failed query is logged with its statement and reason, without what somebody wrote; nothing is endless', () => {
  const run = spawnSync(process.execPath, [...typescript, '--input-type=module', '-e', failing], {
    env: { ...process.env, LOG_LEVEL: 'info' },
    encoding: 'utf8',
  });
  const [line, query, long] = run.stderr
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text));
  expect(line.err.stack).toContain('insert into messages values ($1)');
  expect(line.err.message).toContain('refused');
  expect(line.err.stack).toMatch(/\n\s+at /);
  expect(query.err.message).toContain('Failed query');
  expect(JSON.stringify(long).length).toBeLessThan(12_000);
  expect(run.stderr).not.toMatch(/4111|home|Bearer/);
});
