import { expect, test } from 'vitest';
import { readMarkedText } from './read-free-text';

test('what an argument asks for is marked near the beginning of a message', () => {
  const story = 'It hums and I do not know why. '.repeat(100);
  expect(readMarkedText('address', `Deliver it to 9 Mill Street. ${story}`)).toContain('9 Mill');
  expect(readMarkedText('address', `${story} Deliver it to 9 Mill Street`)).toBeUndefined();
});
