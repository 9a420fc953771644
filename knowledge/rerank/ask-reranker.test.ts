import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type FakeReranker,
  type RerankerWire,
  startFakeReranker,
} from '@/tests/support/fake-reranker';
import { askReranker, RerankError } from './ask-reranker';
import { cohere } from './cohere';
import { jina } from './jina';
import type { RerankProvider } from './provider';
import { tei } from './tei';

const texts = ['about ships', 'about trains', 'about trams and trains'];
const scoreOf = (text: string) => (text.match(/train|tram/g) ?? []).length / 10;
const providers: [RerankerWire, RerankProvider][] = [
  ['cohere', cohere],
  ['jina', jina],
  ['tei', tei],
];

describe.each(providers)('a reranker that speaks %s', (wire, provider) => {
  let server: FakeReranker;
  beforeEach(async () => {
    server = await startFakeReranker(wire, scoreOf);
  });
  afterEach(() => server.stop());

  const ask = (signal = AbortSignal.timeout(5_000)) => {
    const url = `${server.url}/rerank`;
    const reranker = { name: `${wire}:some`, model: 'some', url, apiKey: 'secret', provider };
    return askReranker(reranker, { query: 'trains', texts }, signal);
  };

  test('scores the texts in the order in which they were sent, whatever the order of its answer', async () => {
    expect(await ask()).toEqual([0, 0.1, 0.2]);
    expect(server.calls).toEqual([
      {
        path: '/rerank',
        key: 'Bearer secret',
        model: wire === 'tei' ? undefined : 'some',
        query: 'trains',
        texts,
      },
    ]);
  });

  test.each([
    'html',
    'missing',
    'foreign',
    'twice',
    'not-a-number',
    'too-many',
    'endless',
    500,
    401,
  ] as const)(
    'is not believed when it answers nonsense (%s), and nothing of its answer or the key is told',
    async (fault) => {
      server.failWith(fault);
      const signal = AbortSignal.timeout(5_000);
      const error = await ask(signal).catch((thrown: unknown) => thrown);
      expect(signal.aborted).toBe(false);
      expect(error).toBeInstanceOf(RerankError);
      expect(String(error)).not.toMatch(/secret|made to fail|Welcome/);
      expect(server.calls).toHaveLength(1);
    },
  );

  test('is asked once more when it is busy and says that it soon will not be', async () => {
    server.failOnce(429, { 'retry-after': '0' });
    expect(await ask()).toEqual([0, 0.1, 0.2]);
    expect(server.calls).toHaveLength(2);
  });

  test('is not waited for when it is busy for longer than people wait', async () => {
    server.failWith(429, { 'retry-after': '30' });
    await expect(ask()).rejects.toThrow('429');
    expect(server.calls).toHaveLength(1);
  });

  test('is given up when the time is over', async () => {
    server.failWith('hang');
    await expect(ask(AbortSignal.timeout(50))).rejects.toThrow();
  });
});
