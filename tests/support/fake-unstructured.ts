import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { sendJson } from './send-json';

/** What goes wrong with a call: a status, or how the answer never comes whole. */
export type UnstructuredFault = number | 'hang' | 'garbage' | 'cut';

/** One call as it came over the wire. */
export interface PartitionCall {
  key: string | undefined;
  filename: string;
  type: string;
  content: Uint8Array;
  /** The other fields of the form. */
  fields: Record<string, string>;
}

/** A stand-in for an Unstructured server: real HTTP on loopback, answers as given. */
export interface FakeUnstructured {
  url: string;
  /** What the next documents are answered with. */
  answerWith: (elements: unknown[]) => void;
  /** The next calls go wrong like this. */
  failNext: (count: number, fault: UnstructuredFault, headers?: Record<string, string>) => void;
  calls: PartitionCall[];
  /** Calls whose caller went away before they were answered. */
  abandoned: () => number;
  stop: () => Promise<void>;
}

interface Options {
  /** The key that is asked for; any is taken without it. */
  apiKey?: string;
  /** A path before that of the API. */
  prefix?: string;
}

/** Starts one on a free port. */
export async function startFakeUnstructured({
  apiKey,
  prefix = '',
}: Options = {}): Promise<FakeUnstructured> {
  const calls: PartitionCall[] = [];
  const faults: { fault: UnstructuredFault; headers: Record<string, string> }[] = [];
  let elements: unknown[] = [];
  let abandoned = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === `${prefix}/healthcheck`) {
      return sendJson(response, 200, { healthcheck: 'HEALTHCHECK STATUS: EVERYTHING OK!' });
    }
    if (request.method !== 'POST' || request.url !== `${prefix}/general/v0/general`) {
      return sendJson(response, 404, { detail: 'Not Found' });
    }
    response.on('close', () => {
      if (!response.writableFinished) abandoned += 1;
    });
    const call = await readCall(request);
    calls.push(call);
    // The real server says the key back, too.
    if (apiKey && call.key !== apiKey) {
      return sendJson(response, 401, { detail: `API key ${call.key} is invalid` });
    }
    const next = faults.shift();
    if (next) return fail(response, next.fault, next.headers);
    return sendJson(response, 200, elements);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 400, { detail: String(error) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    answerWith: (next) => {
      elements = next;
    },
    failNext: (count, fault, headers = {}) => {
      for (let left = count; left > 0; left -= 1) faults.push({ fault, headers });
    },
    calls,
    abandoned: () => abandoned,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readCall(request: IncomingMessage): Promise<PartitionCall> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(Buffer.concat(parts), { headers }).formData();
  const file = form.get('files');
  if (!(file instanceof File)) throw new Error('no file came under `files`');
  const fields = [...form].filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string';
  });
  return {
    key: request.headers['unstructured-api-key']?.toString(),
    filename: file.name,
    type: file.type,
    content: new Uint8Array(await file.arrayBuffer()),
    fields: Object.fromEntries(fields),
  };
}

function fail(
  response: ServerResponse,
  fault: UnstructuredFault,
  headers: Record<string, string>,
): void {
  if (fault === 'hang') return;
  if (fault === 'garbage') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('[{"type": "Title", ');
  } else if (fault === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
    response.write('[{"type": "Title", ', () => response.destroy());
  } else if (fault >= 500) {
    // Gateways answer in HTML.
    response.writeHead(fault, { 'content-type': 'text/html', ...headers });
    response.end('<html><body>Bad Gateway</body></html>');
  } else {
    sendJson(response, fault, { detail: detailOf(fault) }, headers);
  }
}

/** The real server's words where they tell something. */
function detailOf(status: number): string {
  return status === 400 ? 'File is encrypted. Please decrypt it with password.' : 'made to fail';
}
