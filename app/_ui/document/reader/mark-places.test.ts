import { expect, test } from 'vitest';
import { markPlaces } from './mark-places';

test('a mark surrounds all of its lines, and each line stands inside where it stands on the page', () => {
  const places = markPlaces([
    { x: 0.25, y: 0.25, width: 0.5, height: 0.125 },
    { x: 0.25, y: 0.5, width: 0.25, height: 0.25 },
  ]);
  expect(places).toEqual({
    outer: { left: '25%', top: '25%', width: '50%', height: '50%' },
    lines: [
      { left: '0%', top: '0%', width: '100%', height: '25%' },
      { left: '0%', top: '50%', width: '50%', height: '50%' },
    ],
  });
});

test('a text without places has no mark', () => {
  expect(markPlaces([])).toBeNull();
});
