import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPersonFact, listPersonFacts } from '@/lib/db/conversations/person-facts';
import { findUserByEmail } from '@/lib/db/identity/users';
import { type PageOptions, startBrowser, type TestBrowser } from '@/tests/support/browser';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { collectProblems } from '@/tests/support/page-problems';
import { waitFor } from '@/tests/support/wait-for';

const policy = path.join(mkdtempSync(path.join(os.tmpdir(), 'policy-')), 'policy.yaml');
const rule = (reply: string) =>
  `rules:\n  - name: hours\n    phrases: [opening hours]\n    steps: [{reply: "${reply}"}]\n`;

let desk: TestDesk;
let browser: TestBrowser;

beforeAll(async () => {
  writeFileSync(policy, rule('Nine to five.'));
  [desk, browser] = await Promise.all([
    startDesk({ env: { FRONTDESK_POLICY: policy } }),
    startBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

async function open(email: string, to: string, options?: PageOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(await desk.signInLink(email));
  await page.goto(`${desk.url}${to}`);
  return page;
}

async function remember(email: string, ...texts: string[]): Promise<string> {
  const userId = (await findUserByEmail(email))?.id ?? '';
  for (const text of texts) {
    await addPersonFact({ userId, text, conversationId: null, turnId: 'test' });
  }
  return userId;
}

test('a customer sees what is remembered of them, and erases one thing and then the rest', async () => {
  const said = ['I prefer e-mail', 'My office closes at four', 'I drink tea'];
  const userId = await remember('customer@demo.test', ...said);
  const page = await open('customer@demo.test', '/');
  const problems = collectProblems(page);
  await page.getByRole('button', { name: /account/i }).click();
  await page.getByRole('menuitem', { name: 'Your account' }).click();
  await page.getByText('customer@demo.test').first().waitFor();
  await page.getByRole('button', { name: 'Erase: I prefer e-mail' }).click();
  await page.getByText('I prefer e-mail').waitFor({ state: 'detached' });
  expect((await listPersonFacts(userId)).map(({ text }) => text)).toEqual(said.slice(1));

  await page.getByRole('button', { name: 'Erase all' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase all' }).click();
  await page.getByText('Nothing is remembered').waitFor();
  expect(await listPersonFacts(userId)).toEqual([]);
  expect(problems).toEqual([]);
});

test('a guest is sent to sign in', async () => {
  const page = await browser.newPage();
  await page.goto(`${desk.url}/account`);
  await page.waitForURL(/sign-in\?next=%2Faccount/);
});

test('the account reads well on a phone, in the dark and in Chinese', async () => {
  await remember('operator@demo.test', '请用邮件联系我'.repeat(20));
  const look = { width: 390, locale: 'zh', colorScheme: 'dark' } as const;
  const page = await open('operator@demo.test', '/account', look);
  await page.getByRole('heading', { name: '已记住的内容' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  const button = await page.getByRole('button', { name: /^删除/ }).boundingBox();
  expect(button?.width).toBeGreaterThan(40);
});

test('an administrator reads what is wrong with the policy file, and that it was mended', async () => {
  const page = await open('admin@demo.test', '/admin/settings');
  await page.getByText('1 rule from').waitFor();
  writeFileSync(policy, rule('Ten to six.').replace('phrases', 'phrase'));
  await waitFor('the fault on the page', async () => {
    await page.reload();
    return (await page.getByText(/Line 3, column 5: “phrase” is not known here/).count()) === 1;
  });
  writeFileSync(policy, rule('Ten to six.'));
  await page.reload();
  await page.getByText('1 rule from').waitFor();
  expect(await page.getByText('The rules of before').count()).toBe(0);
});
