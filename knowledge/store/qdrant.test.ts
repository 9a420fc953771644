import { afterAll, beforeAll } from 'vitest';
import { newId } from '@/lib/ids';
import { type FakeQdrant, startFakeQdrant } from '@/tests/support/fake-qdrant';
import { QdrantStore } from './qdrant';
import { describeStore } from './store.contract';

let fake: FakeQdrant;
beforeAll(async () => {
  fake = await startFakeQdrant();
});
afterAll(() => fake.stop());

const fresh = (url: string) =>
  new QdrantStore({ url, apiKey: process.env.QDRANT_API_KEY, collection: `test-${newId()}` });
describeStore('a server in this process', 'all', async () => fresh(fake.url));
const { QDRANT_URL } = process.env;
if (QDRANT_URL) describeStore('the Qdrant at QDRANT_URL', 'all', async () => fresh(QDRANT_URL));
