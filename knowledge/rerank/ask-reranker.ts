import { setTimeout as pause } from 'node:timers/promises';
import { readLimited } from '@/lib/http/read-limited';
import type { RerankQuestion, TextScore } from './provider';
import type { Reranker } from './reranker';

/** A pause that the service asks for is made once if it is not longer, for people wait. */
const longestPauseMs = 500;
/** Some servers send the texts back with their scores. */
const maxAnswerBytes = 2_000_000;

/** The reranker did not answer as it should. What it said is not passed on: it may hold the key. */
export class RerankError extends Error {
  override name = 'RerankError';
}

/**
 * The relevance of each text to the query, in the order of the texts.
 * @throws RerankError when the answer is no answer; what `fetch` throws when there is none
 */
export async function askReranker(
  reranker: Reranker,
  { query, texts }: Omit<RerankQuestion, 'model'>,
  signal: AbortSignal,
): Promise<number[]> {
  const { url, apiKey, model, provider } = reranker;
  const request: RequestInit = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(apiKey && { authorization: `Bearer ${apiKey}` }),
    },
    body: JSON.stringify(provider.toBody({ model, query, texts })),
    // The key and the passages are for this address alone.
    redirect: 'error',
    signal,
  };
  let response = await fetch(url, request);
  const pauseMs = retryPause(response);
  if (pauseMs !== null) {
    await response.body?.cancel();
    await pause(pauseMs, undefined, { signal });
    response = await fetch(url, request);
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new RerankError(`status ${response.status}`);
  }
  const answer = provider.answer.safeParse(await readAnswer(response));
  if (!answer.success) throw new RerankError('not the answer of a reranker');
  return inOrder(answer.data, texts.length);
}

/** The JSON of an answer; null where it is none, or longer than scores of these texts can be. */
async function readAnswer(response: Response): Promise<unknown> {
  const text = await readLimited(response, maxAnswerBytes);
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

/** Milliseconds to wait before the one repeat; null when there is to be none. */
function retryPause({ status, headers }: Response): number | null {
  const pauseMs = Number(headers.get('retry-after') ?? Number.NaN) * 1_000;
  return status === 429 && pauseMs >= 0 && pauseMs <= longestPauseMs ? pauseMs : null;
}

/** One score for each text, none twice and none missing: anything else is no ranking of these. */
function inOrder(scores: TextScore[], count: number): number[] {
  const byIndex = new Map(scores.map(({ index, score }) => [index, score]));
  const ordered = Array.from({ length: count }, (_, index) => byIndex.get(index));
  const known = ordered.filter((score) => score !== undefined);
  if (scores.length !== count || known.length !== count) {
    throw new RerankError(`scores for other texts than the ${count} asked about`);
  }
  return known;
}
