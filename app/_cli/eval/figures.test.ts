import { expect, test } from 'vitest';
import { areaUnderCurve, calibrationError, rankingFigures } from './figures';

test('one right passage at place two of ten', () => {
  const { recall, mrr10, ndcg10 } = rankingFigures([{ gold: ['a'], found: ['x', 'a', 'y'] }]);
  expect(recall).toEqual({ '1': 0, '5': 1, '10': 1 });
  expect(mrr10).toBe(0.5);
  expect(ndcg10).toBeCloseTo(0.6309, 4);
});

test('two right passages, one found at the top, one not', () => {
  const { recall, ndcg10 } = rankingFigures([{ gold: ['a', 'b'], found: ['a'] }]);
  expect(recall['10']).toBe(0.5);
  expect(ndcg10).toBeCloseTo(1 / (1 + 1 / Math.log2(3)), 4);
});

test('the area is one when all positives stand above, a half when nothing tells them apart', () => {
  expect(areaUnderCurve([0.9, 0.8], [0.1, 0.2])).toBe(1);
  expect(areaUnderCurve([0.5, 0.5], [0.5, 0.5])).toBe(0.5);
  expect(areaUnderCurve([0.1], [0.9])).toBe(0);
});

test('confidences are calibrated when as many of them are right as they say', () => {
  expect(calibrationError([1, 1], [0, 0])).toBe(0);
  expect(calibrationError([0.75, 0.75, 0.75], [0.75])).toBe(0);
  expect(calibrationError([0.9], [0.9])).toBeCloseTo(0.4, 6);
  expect(calibrationError([0, 0], [1, 1])).toBe(1);
});
