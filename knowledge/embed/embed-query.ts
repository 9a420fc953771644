import { z } from 'zod';
import { log } from '@/lib/log';
import { callInTime } from '@/lib/net/call-in-time';
import { embedder } from './embedder';

const limitMs = 3_000;
const vectorSchema = z.array(z.number()).min(1);

/** A question's vector, or why there is none: no model, or one that did not answer well in time. */
type EmbeddedQuery = { vector: number[] } | 'none' | 'failed';

/** The question's vector of a model, as in `EMBEDDINGS`. When it fails the search goes on by words. */
export async function embedQuery(text: string, embeddings: string): Promise<EmbeddedQuery> {
  const model = embedder(embeddings);
  if (!model || text.trim() === '') return 'none';
  try {
    const made = await callInTime(model.name, limitMs, () => model.embedQuery(text));
    return { vector: vectorSchema.parse(made) };
  } catch (error) {
    log().warn({ event: 'embedding-failed', model: model.name, err: error }, 'searching by words');
    return 'failed';
  }
}
