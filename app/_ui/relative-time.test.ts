import { expect, test } from 'vitest';
import { relativeTime } from './relative-time';

const now = new Date('2026-03-01T12:00:00Z');
const at = (iso: string) => new Date(iso);

test('times are told in the largest whole unit, before and after', () => {
  expect(relativeTime(at('2026-03-01T11:55:10Z'), now, 'en')).toBe('4 minutes ago');
  expect(relativeTime(at('2026-03-01T14:30:00Z'), now, 'en')).toBe('in 2 hours');
  expect(relativeTime(at('2026-02-28T11:00:00Z'), now, 'en')).toBe('yesterday');
  expect(relativeTime(at('2026-03-01T11:55:10Z'), now, 'zh-CN')).toBe('4分钟前');
});

test('less than a minute is now', () => {
  expect(relativeTime(at('2026-03-01T11:59:30Z'), now, 'en')).toBe('now');
});
