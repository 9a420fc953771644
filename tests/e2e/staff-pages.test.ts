import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMessages } from '@/lib/db/conversations/messages';
import { listMails } from '@/lib/db/mails';
import { type PageOptions, startBrowser, type TestBrowser } from '@/tests/support/browser';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { makeCase, saySomething } from '@/tests/support/make-case';
import { waitFor } from '@/tests/support/wait-for';

let desk: TestDesk;
let browser: TestBrowser;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

async function open(path: string, email: string, options?: PageOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(await desk.signInLink(email));
  await page.goto(`${desk.url}${path}`);
  return page;
}

test('a mailed link that a mail program has opened still signs its reader in, by a press', async () => {
  const body = JSON.stringify({ email: 'viewer@demo.test' });
  const headers = { 'content-type': 'application/json' };
  await desk.fetch('/api/sign-in', { method: 'POST', body, headers });
  const mail = await waitFor('the mail', async () => (await listMails())[0]);
  const link = /http\S+/.exec(mail.body)?.[0] ?? '';
  expect((await fetch(link)).status).toBe(200);
  const page = await browser.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign me in' }).click();
  await page.getByRole('heading', { name: 'Transcripts' }).waitFor();
});

test('an operator works a case by keyboard; a reply that was cut off is kept and stored once', async () => {
  const { conversationId } = await makeCase();
  const page = await open('/inbox', 'operator@demo.test');
  await page.getByRole('button', { name: /Where is my order/ }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take this case' }).click();

  const field = page.getByRole('textbox', { name: 'Your reply' });
  await field.fill('I am looking at your order now.');
  // The server stores the reply, but its answer is lost on the way.
  await page.route('**/reply', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await field.press('Enter');
  await page.getByText('Your text is kept').waitFor();
  expect(await field.inputValue()).toBe('I am looking at your order now.');

  await page.unroute('**/reply');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => field.inputValue()).toBe('');
  const stored = await listMessages(conversationId);
  expect(stored.filter(({ role }) => role === 'operator')).toHaveLength(1);

  await saySomething(conversationId, 'Thank you, that helps.');
  await page.getByText('Thank you, that helps.').waitFor();
});

test('on a phone an operator goes from the list to a case and back', async () => {
  await makeCase({ category: 'complaint' });
  const page = await open('/inbox', 'operator@demo.test', { width: 390, locale: 'zh' });
  await page.getByRole('button', { name: /投诉/ }).click();
  await page.getByRole('button', { name: '接手此工单' }).waitFor();
  expect(await page.getByRole('button', { name: /投诉/ }).isVisible()).toBe(false);
  await page.getByRole('button', { name: '返回列表' }).click();
  await page.getByRole('button', { name: /投诉/ }).waitFor();
});

test('a viewer reads transcripts on a phone without scrolling sideways', async () => {
  await makeCase();
  const page = await open('/admin/transcripts', 'viewer@demo.test', { width: 390, locale: 'zh' });
  await page.getByRole('link', { name: 'Where is my order?' }).first().click();
  await page.getByText('全部记录').waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});
