import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { requireShownVersion } from '@/knowledge/documents/require-version';
import { requireDocument } from '@/lib/db/knowledge/documents';
import { storedFilePath } from '@/lib/files/stored-file';
import { route } from '@/lib/http/route';
import { documentParams as params, versionQuery as query } from '../params';

/** A version's file as it was handed in, to be saved and never to be shown by the browser. */
export const GET = route(
  { permission: 'document:list', params, query },
  async ({ principal, params: { id }, query: { version: number } }) => {
    const document = await requireDocument(principal, id);
    const version = await requireShownVersion(document, number);
    const stream = Readable.toWeb(createReadStream(storedFilePath(version.id)));
    return new Response(stream as NodeReadableStream<Uint8Array> as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(version.bytes),
        'content-disposition': `attachment; filename*=UTF-8''${encodeName(version.filename)}`,
      },
    });
  },
);

/** As RFC 8187 wants it: these few are left alone by `encodeURIComponent`. */
function encodeName(filename: string): string {
  return encodeURIComponent(filename).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
