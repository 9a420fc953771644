import type { IncomingMessage } from 'node:http';
import { pipeline, Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { systemCode } from '@/lib/system-code';
import { FetchError } from './fetch-error';

interface Limits {
  /** Of what comes over the line, and of what it unpacks to. */
  maxBytes: number;
  host: string;
  /** Makes of a fault of the connection what its reader is told. */
  explain: (error: unknown) => unknown;
}

/** The encodings that `limitedBody` unpacks, as requests announce them. */
export const acceptedEncodings = 'gzip, deflate, br';

/**
 * The content of an answer, unpacked as it is read and never more than `maxBytes` of it. The stream
 * fails with a FetchError; closing it early closes the connection.
 * @throws FetchError `too_large` when the length is announced, `undecodable`
 */
export function limitedBody(response: IncomingMessage, limits: Limits): Readable {
  const { maxBytes, host } = limits;
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    throw new FetchError('too_large', host);
  }
  const body = Readable.from(read(unpack(response, limits), limits), { objectMode: false });
  body.once('close', () => response.destroy());
  return body;
}

async function* read(source: Readable, { maxBytes, host, explain }: Limits) {
  let bytes = 0;
  try {
    for await (const part of source as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > maxBytes) throw new FetchError('too_large', host);
      yield part;
    }
  } catch (error) {
    throw isZlibFault(error)
      ? new FetchError('undecodable', host, { cause: error })
      : explain(error);
  }
}

function unpack(response: IncomingMessage, { maxBytes, host }: Limits): Readable {
  const decoder = decoderOf(response.headers['content-encoding'], host);
  if (!decoder) return response;
  let bytes = 0;
  // What unpacks to nothing would otherwise be read for ever.
  const limit = new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length;
      done(bytes > maxBytes ? new FetchError('too_large', host) : null, part);
    },
  });
  // A fault destroys the decoder with it, and so reaches whoever reads.
  return pipeline(response, limit, decoder, () => undefined);
}

function decoderOf(encoding: string | undefined, host: string) {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new FetchError('undecodable', host);
  }
}

function isZlibFault(error: unknown): boolean {
  const code = systemCode(error);
  return code.startsWith('Z_') || code.startsWith('ERR__ERROR_') || code.startsWith('ERR_BROTLI');
}
