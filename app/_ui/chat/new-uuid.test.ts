import { expect, test } from 'vitest';
import { z } from 'zod';
import { newUuid } from './new-uuid';

test('identifiers are valid UUIDs of version 4 and differ', () => {
  const ids = Array.from({ length: 100 }, newUuid);
  for (const id of ids) expect(z.uuidv4().safeParse(id).success, id).toBe(true);
  expect(new Set(ids).size).toBe(100);
});
