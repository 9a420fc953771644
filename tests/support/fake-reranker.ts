import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { sendJson } from './send-json';

/** What is wrong with the next answers: a status, or what comes instead of scores. */
type RerankerFault =
  | number
  | 'hang'
  | 'html'
  | 'endless'
  | 'missing'
  | 'foreign'
  | 'twice'
  | 'not-a-number'
  | 'too-many';

export type RerankerWire = 'cohere' | 'jina' | 'tei';

/** One question as it came over the wire. */
interface RerankCall {
  path: string;
  key: string | undefined;
  model: string | undefined;
  query: string;
  texts: string[];
}

/** A stand-in for a reranker: real HTTP on loopback, scores texts by a rule. */
export interface FakeReranker {
  url: string;
  calls: RerankCall[];
  /** From now on answers go wrong like this; null answers rightly again. */
  failWith: (fault: RerankerFault | null, headers?: Record<string, string>) => void;
  /** The next question alone is answered like this. */
  failOnce: (fault: RerankerFault, headers?: Record<string, string>) => void;
  stop: () => Promise<void>;
}

const cohereRequest = z.object({
  model: z.string(),
  query: z.string(),
  documents: z.array(z.string()),
  top_n: z.number(),
});
const requests = {
  cohere: cohereRequest.strict(),
  jina: cohereRequest.extend({ return_documents: z.boolean() }).strict(),
  tei: z.object({ query: z.string(), texts: z.array(z.string()), truncate: z.boolean() }).strict(),
};

type Scores = { index: number; score: number | null }[];

/** Starts one that speaks `wire` and gives each text the score of `scoreOf`. */
export async function startFakeReranker(
  wire: RerankerWire,
  scoreOf: (text: string) => number,
): Promise<FakeReranker> {
  const calls: RerankCall[] = [];
  let fault: RerankerFault | null = null;
  let faultHeaders: Record<string, string> = {};
  const once: { fault: RerankerFault; headers: Record<string, string> }[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const call = await readCall(wire, request);
    calls.push(call);
    const next = once.shift();
    const wrong = next?.fault ?? fault;
    const headers = next?.headers ?? faultHeaders;
    if (wrong === 'hang') return;
    if (typeof wrong === 'number')
      return sendJson(response, wrong, { message: 'made to fail' }, headers);
    if (wrong === 'html') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>');
      return;
    }
    if (wrong === 'endless') return sendEndlessly(response);
    const scores = call.texts.map((text, index) => ({ index, score: scoreOf(text) }));
    const sorted = scores.sort((a, b) => b.score - a.score);
    sendJson(response, 200, toBody(wire, wrong ? spoil(sorted, wrong) : sorted));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      sendJson(response, 422, { message: String(error) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    failWith: (next, headers = {}) => {
      fault = next;
      faultHeaders = headers;
    },
    failOnce: (next, headers = {}) => {
      once.push({ fault: next, headers });
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readCall(wire: RerankerWire, request: IncomingMessage): Promise<RerankCall> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
  const rest = { path: request.url ?? '', key: request.headers.authorization };
  if (wire === 'tei') {
    const { query, texts } = requests.tei.parse(body);
    return { ...rest, model: undefined, query, texts };
  }
  const { model, query, documents } = requests[wire].parse(body);
  return { ...rest, model, query, texts: documents };
}

/** Goes on until the asker hangs up. */
async function sendEndlessly(response: ServerResponse): Promise<void> {
  const part = ' '.repeat(100_000);
  function* parts() {
    for (;;) yield part;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  await pipeline(Readable.from(parts()), response).catch(() => undefined);
}

function spoil(scores: Scores, fault: RerankerFault): Scores {
  const [first, ...others] = scores;
  if (!first) return scores;
  switch (fault) {
    case 'missing':
      return others;
    case 'foreign':
      return [{ ...first, index: scores.length + 3 }, ...others];
    case 'twice':
      return [{ ...first, index: others[0]?.index ?? 0 }, ...others];
    case 'not-a-number':
      return [{ ...first, score: null }, ...others];
    default:
      return [...scores, { index: scores.length, score: 1 }];
  }
}

function toBody(wire: RerankerWire, scores: Scores): unknown {
  if (wire === 'tei') return scores;
  const results = scores.map(({ index, score }) => ({ index, relevance_score: score }));
  return wire === 'cohere'
    ? { id: 'made-up', results, meta: { api_version: { version: '2' } } }
    : { model: 'made-up', object: 'list', usage: { total_tokens: 1 }, results };
}
