import { expect, test } from 'vitest';
import { EnvError, parseEnv } from '@/lib/env';
import { rerankerOf } from './reranker';

const of = (variables: Record<string, string | undefined>) => rerankerOf(parseEnv(variables));

test('without a word about it there is no reranker', () => {
  expect(of({})).toBeNull();
});

test.each([
  [{ RERANKER: 'cohere:rerank-v3.5' }, 'https://api.cohere.com/v2/rerank', 'rerank-v3.5'],
  [{ RERANKER: 'jina:some/model:1' }, 'https://api.jina.ai/v1/rerank', 'some/model:1'],
  [{ RERANKER: 'jina:m', RERANKER_URL: 'http://vllm:8000' }, 'http://vllm:8000/rerank', 'm'],
  [{ RERANKER: 'jina:m', RERANKER_URL: 'http://vllm:8000/v1/' }, 'http://vllm:8000/v1/rerank', 'm'],
  [{ RERANKER: 'tei', RERANKER_URL: 'http://tei/rerank' }, 'http://tei/rerank', ''],
])('%o asks at %s', (variables, url, model) => {
  expect(of(variables)).toMatchObject({ url, model });
});

test.each([
  { RERANKER: 'tei' },
  { RERANKER: 'cohere' },
  { RERANKER: 'guess:me' },
  { RERANKER: 'tei', RERANKER_URL: 'ftp://tei' },
  { RERANKER: 'tei', RERANKER_URL: 'http://me:pass@tei' },
  { RERANKER: 'jina:m', RERANKER_API_KEY: 'two words' },
])('%o is refused when the desk starts', (variables) => {
  expect(() => of(variables)).toThrow(EnvError);
});
