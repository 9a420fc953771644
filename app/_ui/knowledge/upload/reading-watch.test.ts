import { expect, test } from 'vitest';
import type { DocumentView } from '@/lib/shared/documents';
import { waitFor } from '@/tests/support/wait-for';
import { ReadingWatch } from './reading-watch';

const view = (id: string) => ({ id }) as DocumentView;

test('thousands of changes at once are asked about two at a time, each document once', async () => {
  let asking = 0;
  let most = 0;
  const found: string[] = [];
  const find = async (id: string) => {
    asking += 1;
    most = Math.max(most, asking);
    await new Promise((resolve) => setImmediate(resolve));
    asking -= 1;
    return view(id);
  };
  const watch = new ReadingWatch(find, (id) => found.push(id));
  const ids = Array.from({ length: 1_000 }, (_, index) => String(index));
  watch.ask(ids);
  watch.ask(ids.slice(10));
  await waitFor('all found', () => found.length >= 1_000);
  expect(most).toBe(2);
  expect(found).toHaveLength(1_000);
});

test('a desk that is away is asked again later', async () => {
  let isAway = true;
  const found: string[] = [];
  const find = async (id: string) => {
    if (!isAway) return view(id);
    isAway = false;
    throw new TypeError('the server was not reached');
  };
  const watch = new ReadingWatch(find, (id) => found.push(id));
  watch.ask(['a']);
  await waitFor('found after all', () => found.includes('a'));
});
