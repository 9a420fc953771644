import { readPagePicture } from '@/knowledge/documents/read-page-picture';
import { route } from '@/lib/http/route';
import { countFromOne, documentParams, versionQuery as query } from '../../params';

const params = documentParams.extend({ page: countFromOne });

/** A page of a PDF or picture file as it looks. */
export const GET = route(
  { permission: 'document:list', params, query },
  async ({ principal, params: { id, page }, query: { version } }) => {
    const picture = await readPagePicture(principal, id, page, version);
    return new Response(new Uint8Array(picture), {
      headers: {
        'content-type': 'image/png',
        'content-security-policy': "default-src 'none'",
      },
    });
  },
);
