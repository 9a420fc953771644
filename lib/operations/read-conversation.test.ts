import { expect, test } from 'vitest';
import { conversations, messages } from '@/drizzle/schema/conversations';
import { db } from '@/lib/db/client';
import { staffOf } from '@/tests/support/principals';
import { readConversation } from './read-conversation';

const person = staffOf('support');

/** A conversation of so many messages, numbered from 1. */
async function storeConversation(count: number): Promise<string> {
  const id = crypto.randomUUID();
  const participant = { participantKind: person.kind, participantId: person.id };
  await db()
    .insert(conversations)
    .values({ id, ...participant, locale: 'en', title: 'Hello', lastSeq: count });
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  await db()
    .insert(messages)
    .values(
      numbers.map((seq) => ({
        conversationId: id,
        id: `message-${seq}`,
        seq,
        role: 'user' as const,
        parts: [{ type: 'text', text: `Message ${seq}` }],
      })),
    );
  return id;
}

test('someone who comes back to a very long conversation sees its latest messages', async () => {
  const id = await storeConversation(620);
  const { messages: shown } = await readConversation(person, id);
  expect(shown).toHaveLength(500);
  expect(shown.map(({ metadata }) => metadata?.seq)).toEqual(
    Array.from({ length: 500 }, (_, index) => index + 121),
  );
});

test('a page that was away is given what it has missed', async () => {
  const id = await storeConversation(5);
  const { messages: missed } = await readConversation(person, id, { afterSeq: 3 });
  expect(missed.map(({ metadata }) => metadata?.seq)).toEqual([4, 5]);
});

test('a conversation of somebody else is not there', async () => {
  const id = await storeConversation(1);
  await expect(readConversation({ ...person, id: 'staff-2' }, id)).rejects.toMatchObject({
    code: 'not_found',
  });
});
