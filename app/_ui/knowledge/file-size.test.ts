import { expect, test } from 'vitest';
import { fileSize } from './file-size';

const shown = (bytes: number) => {
  const { value, options } = fileSize(bytes);
  return new Intl.NumberFormat('en', options).format(value);
};

test('sizes are told in the unit that suits them', () => {
  expect(shown(0)).toBe('0 bytes');
  expect(shown(999)).toBe('999 bytes');
  expect(shown(48_213)).toBe('48 kB');
  expect(shown(50_000_000)).toBe('50 MB');
  expect(shown(1_234_567)).toBe('1.2 MB');
  expect(shown(7e12)).toBe('7,000 GB');
});
