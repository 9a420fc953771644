import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { answerText } from './model-answer';

/** What is asked for over and over: an answer as a stream of server-sent events. */
export interface Target {
  url: string;
  body: () => object;
  /** The text that a frame brings; none when it brings something else. */
  textOf: (frame: unknown) => string | undefined;
  /** Whether an answer is whole, beside its text. */
  isWhole: (received: string) => boolean;
}

/** The desk: each question is a new conversation of a new guest. */
export function deskTarget(url: string, question: string): Target {
  return {
    url: `${url}/api/chat`,
    body: () => {
      const message = { id: randomUUID(), role: 'user', parts: [{ type: 'text', text: question }] };
      return { id: randomUUID(), message };
    },
    textOf: (frame) => (frame as { delta?: string }).delta,
    isWhole: (received) => received.includes('"data-citations"'),
  };
}

/** The model behind it, asked without any desk. */
export function modelTarget(url: string): Target {
  type Chunk = { choices: { delta: { content?: string } }[] };
  return {
    url: `${url}/chat/completions`,
    body: () => ({ model: 'bench', stream: true, messages: [] }),
    textOf: (frame) => (frame as Chunk).choices[0]?.delta.content,
    isWhole: () => true,
  };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/**
 * Asks once, and holds the answer against what the model said.
 * @returns milliseconds to the first text
 * @throws Error when a word is lost, doubled or out of order, or the answer is refused or cut
 */
function askTarget(target: Target): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const sent = performance.now();
  const headers = { 'content-type': 'application/json' };
  const request = http.request(target.url, { agent, method: 'POST', headers }, (response) => {
    let first = 0;
    let text = '';
    let received = '';
    let read = 0;
    response.setEncoding('utf8');
    response.on('data', (part: string) => {
      received += part;
      for (let end = received.indexOf('\n', read); end >= 0; end = received.indexOf('\n', read)) {
        const line = received.slice(read, end);
        read = end + 1;
        if (!line.startsWith('data: {')) continue;
        const added = target.textOf(JSON.parse(line.slice(6))) ?? '';
        if (added && first === 0) first = performance.now() - sent;
        text += added;
      }
    });
    response.on('error', reject);
    response.on('end', () => {
      const isRight = text === answerText && target.isWhole(received);
      if (isRight && received.includes('data: [DONE]')) resolve(first);
      else reject(new Error(`${response.statusCode}: ${received.slice(0, 300)}`));
    });
  });
  request.on('error', reject);
  request.end(JSON.stringify(target.body()));
  return promise;
}

/** What came of a time of asking. */
export interface LoadFigures {
  turns: number;
  seconds: number;
  errors: number;
  /** Milliseconds to the first text, of each answer. */
  firstTexts: number[];
}

/** Asks `users` at a time for so many seconds; each asks again as soon as it is answered. */
export async function load(target: Target, users: number, seconds: number): Promise<LoadFigures> {
  const firstTexts: number[] = [];
  let errors = 0;
  const begun = performance.now();
  const user = async () => {
    while (performance.now() - begun < seconds * 1000) {
      try {
        firstTexts.push(await askTarget(target));
      } catch (error) {
        if (errors === 0) process.stderr.write(`an answer is wrong: ${String(error)}\n`);
        errors += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: users }, user));
  const taken = (performance.now() - begun) / 1000;
  return { turns: firstTexts.length, seconds: taken, errors, firstTexts };
}
