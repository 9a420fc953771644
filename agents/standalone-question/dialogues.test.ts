import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AIMessage, HumanMessage } from '@langchain/core/messages';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { seedDocuments } from '@/drizzle/seed/documents';
import { uploadDocument } from '@/knowledge/documents/upload-document';
import { ingestVersion } from '@/knowledge/ingest/ingest-version';
import { closeQueue } from '@/lib/queue';
import { guest } from '@/tests/support/principals';
import { type Found, retrieveForMessage, retrieveForTask } from '../retrieve';
import { questionBefore } from './complete-question';

/** What a person said, one message after the other, and where the answer to the last stands. */
const dialogueSchema = z.object({
  lang: z.enum(['en', 'zh']),
  before: z.array(z.string()),
  ask: z.string(),
  passages: z.array(z.string()).default([]),
});
type Dialogue = z.infer<typeof dialogueSchema>;

function read(name: string): Dialogue[] {
  const lines = readFileSync(`tests/evals/${name}.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => dialogueSchema.parse(JSON.parse(line)));
}

beforeAll(async () => {
  for (const { file, title, visibility } of seedDocuments) {
    const source = path.resolve('drizzle/seed/documents', file);
    const upload = { principal: null, path: source, filename: file, title, visibility };
    await ingestVersion((await uploadDocument(upload)).versionId);
  }
});
afterAll(closeQueue);

/** As in a conversation, with answers that cite the best passage. */
async function ask({ before, ask }: Pick<Dialogue, 'before' | 'ask'>): Promise<Found> {
  const told = before.flatMap((text) => [new HumanMessage(text), new AIMessage('So it is.')]);
  const last = await retrieveForTask(questionBefore(before), guest);
  return await retrieveForMessage({
    messages: [...told, new HumanMessage(ask)],
    cited: last.hits.slice(0, 1).map(({ chunkId }) => chunkId),
    principal: guest,
  });
}

function isFoundAmong(first: number, { hits, isAnswered }: Found, { passages }: Dialogue): boolean {
  const read = hits.slice(0, first).map(({ text }) => text);
  return isAnswered && read.some((text) => passages.some((passage) => text.includes(passage)));
}

describe.each([
  { lang: 'en', best: 0.8, first3: 0.9 },
  { lang: 'zh', best: 0.8, first3: 0.86 },
] as const)('follow-up questions ($lang)', ({ lang, best, first3 }) => {
  const followUps = read('follow-ups').filter((dialogue) => dialogue.lang === lang);
  const alone = read('standing-alone').filter((dialogue) => dialogue.lang === lang);

  test('find what they are about, mostly as the best passage', async () => {
    const found = await Promise.all(followUps.map(async (each) => ({ each, is: await ask(each) })));
    const share = (first: number) =>
      found.filter(({ each, is }) => isFoundAmong(first, is, each)).length / found.length;
    const missed = found.filter(({ each, is }) => !isFoundAmong(3, is, each));
    const figures = { best: share(1), first3: share(3), of: found.length };
    expect(figures.of).toBeGreaterThanOrEqual(45);
    expect(figures, JSON.stringify(missed.map(({ is }) => is.query))).toSatisfy(
      (is: typeof figures) => is.best >= best && is.first3 >= first3,
    );
  });

  test('a question that stands alone is searched for as it stands, whatever was said', async () => {
    for (const dialogue of alone) {
      const found = await ask(dialogue);
      const without = await retrieveForTask(dialogue.ask, guest);
      expect([dialogue.ask, found.query]).toEqual([dialogue.ask, dialogue.ask]);
      expect(found.hits).toEqual(without.hits);
      expect(found.isAnswered).toBe(without.isAnswered);
    }
  });
});

test.each([
  [['How long is the warranty on keyboards?'], 'And for giraffes?'],
  [['标准配送多少钱？'], '那长颈鹿呢？'],
  [['标准配送多少钱？'], '冰箱多少钱？'],
])('after %s nobody is told of something else when they ask «%s»', async (before, question) => {
  expect(await ask({ before, ask: question })).toMatchObject({ isAnswered: false });
});

test('the question that was searched for can be read by itself', async () => {
  const before = ['How much is standard delivery?', 'Thanks!'];
  expect((await ask({ before, ask: 'and express?' })).query).toBe('how much is express delivery');
  const chain = ['耳机的保修期多长？', '键盘呢？'];
  expect((await ask({ before: chain, ask: '移动电源呢？' })).query).toBe('移动电源的保修期多长');
});

test('what an answer cited gives no word away once the person may not read it', async () => {
  const followUp = { messages: [new HumanMessage('Hello!'), new AIMessage('Hello.')] };
  const messages = [...followUp.messages, new HumanMessage('How long does that take?')];
  const found = await retrieveForMessage({ messages, cited: ['never-was'], principal: guest });
  expect(found.query).toBe('How long does that take?');
});
