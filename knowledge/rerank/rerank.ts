import { log } from '@/lib/log';
import { callInTime } from '@/lib/net/call-in-time';
import { askReranker } from './ask-reranker';
import type { Reranker } from './reranker';

const limitMs = 2_000;
/** Longest text that is sent, in characters: models of this kind read about 500 words. */
const maxTextLength = 4_000;

/**
 * How relevant each text is to the query by the reranker, in the order of the texts; null when it
 * does not answer well in time, so that the order stays as it is.
 */
export async function rerank(
  reranker: Reranker,
  query: string,
  texts: string[],
): Promise<number[] | null> {
  const question = {
    query,
    texts: texts.map((text) => text.slice(0, maxTextLength).toWellFormed()),
  };
  try {
    return await callInTime(reranker.url, limitMs, (signal) => {
      return askReranker(reranker, question, signal);
    });
  } catch (error) {
    const { name } = reranker;
    log().warn({ event: 'rerank-failed', reranker: name, err: error }, 'the order stays');
    return null;
  }
}
