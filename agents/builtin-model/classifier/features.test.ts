import { expect, test } from 'vitest';
import { featuresOf } from './features';

test('of a text without end only the beginning is weighed', () => {
  const beginning = 'Where is my order? '.repeat(211).slice(0, 4_000);
  expect(featuresOf(`${beginning}${'ﷺ'.repeat(16_000)}`)).toEqual(featuresOf(beginning));
});
