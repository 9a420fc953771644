import { expect, test } from 'vitest';
import { safePath } from './safe-path';

test.each([
  ['/inbox', '/inbox'],
  ['/?a=1#b', '/?a=1#b'],
  ['/a/../b', '/b'],
])('%s is a place on this desk', (target, path) => {
  expect(safePath(target)).toBe(path);
});

test.each([
  'https://evil.test/',
  '//evil.test',
  '/\\evil.test',
  '/..//evil.test',
  '/%2e%2e//evil.test',
  '/a/..//evil.test',
  '/\t/evil.test',
  'javascript:alert(1)',
  'inbox',
  '',
  undefined,
])('%s is not', (target) => {
  expect(safePath(target)).toBeUndefined();
});
