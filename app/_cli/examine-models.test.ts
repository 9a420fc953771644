import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ModelServer, startModelServer } from '@/tests/support/model-server';
import { examineModels } from './examine-models';

let server: ModelServer;

beforeAll(async () => {
  server = await startModelServer(({ model }) =>
    model === 'small' ? { status: 401 } : { text: 'ready' },
  );
  Object.assign(process.env, server.env, { MODEL: 'openai:large', MODEL_SMALL: 'openai:small' });
});
afterAll(() => server.close());

test('the doctor tells which model refuses its key, what to do, and who answers meanwhile', async () => {
  const [large, small] = await examineModels();
  expect(large).toMatchObject({ part: 'model', state: 'ok' });
  expect(small).toMatchObject({
    part: 'model (route, rewrite, summarise, judge)',
    state: 'failed',
  });
  expect(small?.detail).toContain('openai:small refused the key. Check OPENAI_API_KEY');
  expect(small?.detail).toContain('Until then the built-in model stands in.');
  expect(server.requests).toHaveLength(2);
});
