import { baseUrl } from '@/lib/env';
import { publicDocument } from './public-document';

export const dynamic = 'force-dynamic';

/** The description of this API. The same for everyone, so nobody is asked who they are. */
export function GET(): Response {
  return Response.json(publicDocument(baseUrl()), {
    headers: { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' },
  });
}
