import { readPagePicture } from '@/knowledge/documents/read-page-picture';
import { countFromOne } from '@/lib/http/counts';
import { pictureResponse } from '@/lib/http/picture-response';
import { route } from '@/lib/http/route';
import { documentParams, versionQuery as query } from '../../params';

const params = documentParams.extend({ page: countFromOne });

/** A page of a PDF or picture file as it looks, for whoever may read the document. */
export const GET = route(
  { permission: 'knowledge:search', params, query },
  async ({ principal, params: { id, page }, query: { version } }) => {
    const picture = await readPagePicture(principal, id, page, version);
    return pictureResponse(picture);
  },
);
