import { parseJsonEventStream, readUIMessageStream, uiMessageChunkSchema } from 'ai';
import { expect, test } from 'vitest';
import type { ActionCard, ChatMessage } from '@/lib/shared/chat';
import { AnswerWriter } from './answer-writer';
import { TurnStream } from './turn-stream';

/** What the AI SDK's own client makes of a stream. */
async function readMessage(body: ReadableStream<Uint8Array>): Promise<ChatMessage | undefined> {
  const chunks = parseJsonEventStream({ stream: body, schema: uiMessageChunkSchema }).pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        if (!chunk.success) throw chunk.error;
        controller.enqueue(chunk.value);
      },
    }),
  );
  let last: ChatMessage | undefined;
  for await (const message of readUIMessageStream<ChatMessage>({ stream: chunks })) last = message;
  return last;
}

function writeAnswer(stream: TurnStream): AnswerWriter {
  const writer = new AnswerWriter(stream);
  stream.write({ type: 'start', messageId: 'answer', messageMetadata: { author: { kind: 'ai' } } });
  for (const word of ['Thirty ', 'days ', '[1].']) writer.writeText(word);
  writer.endText();
  const place = {
    documentId: 'd',
    chunkId: 'c',
    document: 'Returns',
    page: 2,
    unit: 'page',
  } as const;
  writer.writeCitations([{ n: 1, ...place, quote: 'Thirty days.' }]);
  stream.write({ type: 'finish' });
  stream.close();
  return writer;
}

test('the AI SDK reads from the stream the same parts that are stored', async () => {
  const stream = new TurnStream();
  const writer = writeAnswer(stream);
  const message = await readMessage(stream.read());
  expect(message?.id).toBe('answer');
  expect(message?.parts).toMatchObject(writer.parts);
  expect(writer.text()).toBe('Thirty days [1].');
});

test('a reader who comes late or reads slowly gets everything, in order', async () => {
  const stream = new TurnStream();
  const early = stream.read();
  const gone = stream.read();
  await gone.cancel();
  writeAnswer(stream);
  const texts = await Promise.all([early, stream.read()].map((body) => new Response(body).text()));
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]?.endsWith('data: [DONE]\n\n')).toBe(true);
});

test('an answer taken up after a pause shows its cards in their new state, once', async () => {
  const stream = new TurnStream();
  const writer = new AnswerWriter(stream);
  const card: ActionCard = {
    actionId: 'a',
    tool: 'book',
    title: 'Book',
    fields: [],
    state: 'proposed',
  };
  writer.restore([
    { type: 'text', text: 'Shall I?' },
    { type: 'data-action', id: 'a', data: card },
  ]);
  writer.updateAction({ ...card, state: 'done' });
  writer.updateAction({ ...card, actionId: 'another', state: 'done' });
  stream.close();
  const message = await readMessage(stream.read());
  expect(message?.parts).toHaveLength(2);
  expect(message?.parts[1]).toMatchObject({ data: { actionId: 'a', state: 'done' } });
});

test('people see with the first words which specialist answers', async () => {
  const stream = new TurnStream();
  let specialist: string | undefined;
  const writer = new AnswerWriter(stream, () => specialist);
  stream.write({ type: 'start', messageId: 'answer', messageMetadata: { author: { kind: 'ai' } } });
  specialist = 'finance';
  writer.writeText('It is paid.');
  writer.endText();
  stream.close();
  const message = await readMessage(stream.read());
  expect(message?.metadata).toEqual({ author: { kind: 'ai' }, specialist: 'finance' });
  expect(message?.parts).toMatchObject([{ type: 'text', text: 'It is paid.' }]);
});
