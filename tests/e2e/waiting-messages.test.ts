import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from '@/tests/support/browser';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { type ModelServer, type Script, startModelServer } from '@/tests/support/model-server';

let model: ModelServer;
let desk: TestDesk;
let browser: TestBrowser;
/** Opened when the answer that is being written may go on. */
let gate: PromiseWithResolvers<void>;

/** Says a sentence, looks something up and waits at the gate; writes half a sentence and waits. */
const script: Script = ({ messages }) => {
  const said = String(messages.findLast(({ role }) => role === 'user')?.content);
  const hold = { after: 0, until: gate.promise };
  if (messages.at(-1)?.role === 'tool') return { text: 'The order is on its way.', hold };
  if (said.endsWith('thoroughly.')) {
    return {
      text: 'One moment.',
      toolCalls: [{ name: 'search_knowledge', args: { query: 'order' } }],
    };
  }
  if (said.endsWith('return policy?')) {
    return { text: 'Half of an answer only.', hold: { ...hold, after: 3 } };
  }
  return { text: `All of it: ${said.split('\n\n').length}.` };
};

beforeAll(async () => {
  model = await startModelServer(script);
  [desk, browser] = await Promise.all([startDesk({ env: model.env }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
  await model?.close();
});

const field = (page: Page) => page.getByRole('textbox', { name: 'Your message' });
const said = (page: Page) => page.getByRole('article').allInnerTexts();

async function send(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}

async function openChat(): Promise<Page> {
  gate = Promise.withResolvers();
  const page = await browser.newPage({ width: 390 });
  await page.goto(desk.url);
  await page.waitForFunction(() => {
    const area = document.querySelector('textarea');
    return area && Object.keys(area).some((key) => key.startsWith('__reactProps'));
  });
  return page;
}

test('what a person writes meanwhile waits, also after a reload; it can be taken back, and sent at once', async () => {
  const page = await openChat();
  await send(page, 'Where is my order? Look thoroughly.');
  await page.getByText('One moment.').waitFor();
  await expect.poll(() => model.requests.length).toBeGreaterThanOrEqual(2);
  await send(page, 'And my other order?');
  await send(page, 'What is the warranty?');
  const waiting = page.getByRole('region', { name: 'Messages that wait' });
  await expect.poll(() => waiting.getByText('Waits for the answer').count()).toBe(2);
  await page.reload();
  await expect.poll(() => waiting.getByRole('article').count()).toBe(2);

  await waiting.getByRole('button', { name: 'Take back' }).last().click();
  await expect.poll(() => field(page).inputValue()).toBe('What is the warranty?');
  await expect.poll(() => waiting.getByRole('article').count()).toBe(1);
  await waiting.getByRole('button', { name: 'Send now' }).click();
  await page.getByText('All of it: 1.').waitFor();
  await expect.poll(() => waiting.count()).toBe(0);
  await expect
    .poll(() => said(page))
    .toEqual([
      'Where is my order? Look thoroughly.',
      expect.stringContaining('The answer was stopped.'),
      'And my other order?',
      expect.stringContaining('All of it: 1.'),
    ]);
});

test('messages sent in a row get one answer, and half of another disappears', async () => {
  const page = await openChat();
  await send(page, 'What is your return policy?');
  await page.getByText('Half of').waitFor();
  await send(page, 'I mean for kettles.');
  await page.getByText('All of it: 2.').waitFor();
  await expect
    .poll(() => said(page))
    .toEqual([
      'What is your return policy?',
      'I mean for kettles.',
      expect.stringContaining('All of it: 2.'),
    ]);
  expect(await page.getByText('Half of').count()).toBe(0);
});
