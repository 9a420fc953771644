import { createServer } from 'node:http';
import { z } from 'zod';
import { sendJson } from './send-json';

/** An OpenAI-compatible embedding server on loopback. */
export interface FakeEmbeddings {
  url: string;
  /** From now on every request is refused. */
  breakDown: () => void;
  /** From now on requests are answered again. */
  mend: () => void;
  /** From now on vectors are of another length, as of another model behind the same name. */
  becomeAnother: () => void;
  /** From now on requests wait for their answers until the returned function is called. */
  hold: () => () => void;
  /** How many requests wait. */
  waiting: () => number;
  /** How many texts it has made vectors of. */
  texts: () => number;
  stop: () => Promise<void>;
}

const requestSchema = z.object({ input: z.union([z.string(), z.array(z.string())]) });

/**
 * Starts one. Texts about the same topic, by these words, get the same vector: the server "knows"
 * that a car is a vehicle though they share no letters.
 */
export async function startFakeEmbeddings(topics: string[][]): Promise<FakeEmbeddings> {
  let isBroken = false;
  let isAnother = false;
  let texts = 0;
  let held: (() => void)[] | undefined;
  const embed = (text: string) => [
    ...topics.map((words) => Number(words.some((word) => text.toLowerCase().includes(word)))),
    0.1,
    ...(isAnother ? [0.1] : []),
  ];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (isBroken) {
        return sendJson(response, 400, { error: { message: 'made to fail' } });
      }
      const { input } = requestSchema.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
      texts += [input].flat().length;
      const data = [input].flat().map((text, index) => ({
        object: 'embedding',
        index,
        embedding: embed(text),
      }));
      const answer = () => sendJson(response, 200, { object: 'list', data, model: 'fake' });
      if (held) held.push(answer);
      else answer();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    breakDown: () => {
      isBroken = true;
    },
    mend: () => {
      isBroken = false;
      isAnother = false;
    },
    becomeAnother: () => {
      isAnother = true;
    },
    hold: () => {
      const waiting: (() => void)[] = [];
      held = waiting;
      return () => {
        held = undefined;
        for (const answer of waiting) answer();
      };
    },
    waiting: () => held?.length ?? 0,
    texts: () => texts,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
