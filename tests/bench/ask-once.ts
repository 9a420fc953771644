import { randomUUID } from 'node:crypto';

/**
 * Asks as a new guest and reads the answer to its end.
 * @returns milliseconds from sending to the first text of the answer.
 * @throws Error when the answer fails or has no text.
 */
export async function askOnce(url: string, question: string): Promise<number> {
  const sent = performance.now();
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: randomUUID(),
      message: { id: randomUUID(), role: 'user', parts: [{ type: 'text', text: question }] },
    }),
  });
  if (!response.ok || !response.body)
    throw new Error(`${response.status} ${await response.text()}`);
  let first: number | undefined;
  let received = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    received += text;
    if (first === undefined && received.includes('"text-delta"')) first = performance.now() - sent;
  }
  if (first === undefined) throw new Error(`The answer has no text:\n${received}`);
  return first;
}
