import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postForLines } from './post-for-lines';
import { openaiWire } from './wires/openai-wire';
import { WireReply } from './wires/wire-reply';

let answer: (response: ServerResponse) => void;
const server = createServer((_request, response) => answer(response));

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function read(): Promise<number> {
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const patience = { firstTokenMs: 5_000, silenceMs: 5_000, wholeMs: 20_000 };
  let count = 0;
  for await (const lines of postForLines({ url, headers: {}, body: '{}' }, patience)) {
    count += lines.length;
  }
  return count;
}

test('a line without an end is not kept until the memory is full', async () => {
  let sent = 0;
  answer = (response) => {
    const piece = 'x'.repeat(65_536);
    const more = () => {
      sent += piece.length;
      if (!response.destroyed && sent < 200_000_000) response.write(piece, more);
    };
    more();
  };
  await expect(read()).rejects.toMatchObject({ kind: 'garbled' });
  expect(sent).toBeLessThan(100_000_000);
});

test('a model that sends its request elsewhere is not followed: the key stays here', async () => {
  answer = (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end();
  await expect(read()).rejects.toMatchObject({ kind: 'refused', status: 307 });
});

test('what a provider says of an error in the stream is kept only where it is a code', () => {
  const line = (code: string) => `data: ${JSON.stringify({ error: { code } })}`;
  const fault = (code: string) => () => openaiWire.readLine(line(code), new WireReply());
  expect(fault('server_error')).toThrow('server_error');
  expect(fault('Bad key sk-123456')).not.toThrow('sk-123456');
  expect(fault('Bad key sk-123456')).toThrow('in the stream');
});
