import { readLog } from '@/knowledge/documents/read-log';
import { route } from '@/lib/http/route';
import { documentParams as params, versionQuery as query } from '../params';

/** What happened to a version of a document on its way; to the newest when none is named. */
export const GET = route(
  { permission: 'document:list', params, query },
  async ({ principal, params: { id }, query: { version } }) =>
    Response.json({ entries: await readLog(principal, id, version) }),
);
