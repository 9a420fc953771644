import { readCitedPage } from '@/knowledge/documents/open-citation';
import { pictureResponse } from '@/lib/http/picture-response';
import { route } from '@/lib/http/route';
import { citationParams as params } from '../params';

/** The page on which a cited passage stands as it looks, for whoever may read its document. */
export const GET = route(
  { permission: 'knowledge:search', params },
  async ({ principal, params: { chunkId } }) =>
    pictureResponse(await readCitedPage(principal, chunkId)),
);
