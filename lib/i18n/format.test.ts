import { expect, test } from 'vitest';
import { formatInZone } from '@/lib/time-zone';
import { formatDay, formatInstant } from './format';

const instant = new Date('2026-11-25T06:30:00Z');
const timeZone = 'Asia/Singapore';

test('a moment is written in one way, whether for its reader or for the place where it is', () => {
  expect(formatInstant(instant, 'en', { timeZone })).toBe('25 Nov 2026, 14:30');
  expect(formatInZone(instant, timeZone, 'en')).toBe('Wed, 25 Nov 2026, 14:30');
  expect(formatDay('2026-11-25', 'en')).toBe('25 Nov 2026');
  expect(formatInstant(instant, 'zh', { timeZone })).toBe('2026年11月25日 14:30');
  expect(formatInZone(instant, timeZone, 'zh')).toBe('2026年11月25日周三 14:30');
  expect(formatDay('2026-11-25', 'zh')).toBe('2026年11月25日');
});
