import { expect, test } from 'vitest';
import { defaultRetrieval } from '@/lib/shared/retrieval';
import { confidenceOfMeaning } from './meaning-confidence';

const { answeredFrom } = defaultRetrieval;

test('what clearly stands out among all meanings just suffices, and never makes sure', () => {
  expect(confidenceOfMeaning([0.2, 0.7, 0.22, 0.18])).toBe(answeredFrom);
  expect(confidenceOfMeaning([0.2, 1, 0.22, 0.18])).toBe(answeredFrom);
});

test('a model that finds everything alike is judged by what stands out, not by its cosines', () => {
  expect(confidenceOfMeaning([0.84, 0.82, 0.81, 0.8])).toBe(0);
  expect(confidenceOfMeaning([0.94, 0.82, 0.81, 0.8])).toBe(answeredFrom);
});

test('what stands out a little counts a little', () => {
  const confidence = confidenceOfMeaning([0.48, 0.22, 0.2, 0.18]);
  expect(confidence).toBeGreaterThan(0.1);
  expect(confidence).toBeLessThan(answeredFrom);
});

test.each([
  ['no meanings', []],
  ['one meaning with nothing to compare it with', [0.9]],
  ['meanings that are all the same', [1, 1, 1]],
  ['meanings that all point away', [-0.2, -0.3, -0.4]],
])('%s say nothing', (_, cosines) => {
  expect(confidenceOfMeaning(cosines)).toBe(0);
});
