import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageOptions, startBrowser, type TestBrowser } from '@/tests/support/browser';
import { ChatClient, dataOf } from '@/tests/support/chat-client';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import {
  type ModelServer,
  type ScriptedReply,
  startModelServer,
} from '@/tests/support/model-server';
import { collectProblems } from '@/tests/support/page-problems';

let desk: TestDesk;
let browser: TestBrowser;
let model: ModelServer;
let reply: ScriptedReply = { text: 'ready' };

beforeAll(async () => {
  model = await startModelServer(() => reply);
  [desk, browser] = await Promise.all([
    startDesk({ env: { ...model.env, MODEL: 'openai:gpt-4.1' } }),
    startBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
  await model?.close();
});

async function open(email: string, options?: PageOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(await desk.signInLink(email));
  await page.goto(`${desk.url}/admin/models`);
  return page;
}

test('a developer tests a model, reads what to do when it fails, and sets a budget that bites in the chat', async () => {
  const page = await open('developer@demo.test');
  const problems = collectProblems(page);
  const tryIt = page.getByRole('button', { name: 'Test the model for Answers' });
  await tryIt.click();
  await page.getByText('openai:gpt-4.1 answered in').waitFor();
  reply = { status: 401 };
  await tryIt.click();
  await page.getByText('Check OPENAI_API_KEY').waitFor();

  await page.reload();
  await page.getByText('As a table').click();
  const hours = page.getByRole('table').filter({ hasText: 'Time' });
  expect(await hours.getByRole('row').last().textContent()).toMatch(/21\d+\$0\.0000/);

  await page.getByRole('textbox', { name: 'Budget per day for The whole desk' }).fill('0');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. It counts from now on.').waitFor();
  await page.reload();
  await page.getByText('Today’s budget is spent').waitFor();
  const asked = model.requests.length;
  const answer = await new ChatClient(desk.fetch).ask('Where is my parcel?');
  expect(dataOf(answer, 'notice')).toMatchObject([{ code: 'budget-spent' }]);
  expect(model.requests).toHaveLength(asked);
  expect(problems).toEqual([]);
});

test('the page reads well on a phone, in the dark and in Chinese; who may only read changes nothing', async () => {
  const page = await open('viewer@demo.test', { width: 390, locale: 'zh', colorScheme: 'dark' });
  await page.getByRole('heading', { name: '各项用途的模型' }).waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
  expect(await page.getByRole('button', { name: /测试|保存/ }).count()).toBe(0);
});
