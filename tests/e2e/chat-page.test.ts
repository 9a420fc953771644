import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import { sessionCookieName } from '@/lib/auth/cookie-names';
import { db } from '@/lib/db/client';
import { startBrowser, type TestBrowser } from '@/tests/support/browser';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { collectProblems } from '@/tests/support/page-problems';
import { uploadAndWait } from '@/tests/support/upload-client';

let desk: TestDesk;
let browser: TestBrowser;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk(), startBrowser()]);
  const key = await desk.createKey('operator@demo.test');
  const content = '# Return policy\n\nYou may return any item within 30 days of delivery.\n';
  const { status } = await uploadAndWait(desk, key, { content, filename: 'return-policy.md' });
  expect(status).toBe('ready');
});

afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

const question = 'How long do I have to return an item?';
const field = (page: Page) => page.getByRole('textbox', { name: 'Your message' });
const answer = (page: Page) => page.getByRole('article', { name: 'Assistant' });

/** Waits until the page reacts: what is pressed before React has taken it over is lost. */
async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const field = document.querySelector('textarea');
    return field && Object.keys(field).some((key) => key.startsWith('__reactProps'));
  });
}

async function send(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}

test('a guest reads a cited answer, opens its passage, and finds it again after a reload', async () => {
  const page = await browser.newPage();
  const problems = collectProblems(page);
  await page.goto(desk.url);
  await untilAlive(page);
  await send(page, question);
  await answer(page).getByRole('button', { name: 'Source 1' }).first().click();

  const passage = page.getByRole('dialog');
  await passage.locator('mark').filter({ hasText: '30 days' }).waitFor();
  await page.keyboard.press('Escape');
  await passage.waitFor({ state: 'detached' });

  await page.reload();
  await answer(page).filter({ hasText: '30 days' }).waitFor();
  expect(await page.getByRole('article').count()).toBe(2);
  expect(problems).toEqual([]);
});

test('what a person types is still there after a reload', async () => {
  const page = await browser.newPage();
  await page.goto(desk.url);
  await untilAlive(page);
  await field(page).fill('My order A-10023 has not');
  await page.reload();
  await expect.poll(() => field(page).inputValue()).toBe('My order A-10023 has not');
});

test('what a person types before the page reacts is kept', async () => {
  const page = await browser.newPage();
  const scripts = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto(desk.url, { waitUntil: 'commit' });
  await field(page).pressSequentially(question);
  scripts.resolve();
  await untilAlive(page);
  await field(page).press('Enter');
  await answer(page).filter({ hasText: '30 days' }).waitFor();
});

test('the newest words stay in view, also when the banner of a waiting person appears', async () => {
  const page = await browser.newPage({ width: 390 });
  await page.goto(desk.url);
  await untilAlive(page);
  for (const [index, text] of [question, question, 'I want to talk to a human'].entries()) {
    await send(page, text);
    await expect.poll(() => answer(page).count()).toBe(index + 1);
    // While an answer is being written, Enter sends nothing.
    await page.getByRole('button', { name: 'Send' }).waitFor();
  }
  await page.getByText('Waiting for a person.').waitFor();
  const notice = page.getByText('A person will take over here.');
  await expect
    .poll(() =>
      notice.evaluate((element) => {
        const { bottom } = element.getBoundingClientRect();
        const field = document.querySelector('form')?.getBoundingClientRect();
        return field !== undefined && bottom <= field.top;
      }),
    )
    .toBe(true);
});

/** Longer than the deed takes, in milliseconds. */
const longestHoldMs = 3_000;

test('what is read late of a conversation does not undo what the page has shown since', async () => {
  await seedDemoCompany(db());
  const page = await browser.newPage();
  await page.goto(await desk.signInLink('customer@demo.test'));
  await untilAlive(page);
  // What happens before the page listens is told by the very read that is held back below.
  const isListening = page
    .waitForResponse(/\/api\/chat\/[^/]+\/events/)
    .then(() => page.waitForResponse(/messages\?after=/));
  await send(page, 'Book a repair appointment for Tuesday at 10am');
  const confirm = page.getByRole('button', { name: 'Confirm' });
  await confirm.waitFor();
  await isListening;

  const isDone = Promise.withResolvers<void>();
  let held = 0;
  let late = 0;
  // Held back is what was read before the deed; what tells of it passes, for the page may need it.
  await page.route('**/messages?after=0', async (route) => {
    const response = await route.fetch();
    const isOld = !(await response.text()).includes('is booked');
    if (isOld) held += 1;
    // A page that waits for this very read must get it in the end.
    if (isOld) await Promise.race([isDone.promise, setTimeout(longestHoldMs)]);
    await route.fulfill({ response });
    if (isOld) late += 1;
  });
  await confirm.click();
  await page.getByText('Your appointment is booked').waitFor();
  isDone.resolve();
  await expect.poll(() => late).toBe(held);
  await page.evaluate(() => new Promise((drawn) => requestIdleCallback(drawn)));
  await page.getByText('Your appointment is booked').waitFor();
  expect(await confirm.count()).toBe(0);
});

test('what an answer did is shown though its stream was asked for only after its end', async () => {
  await seedDemoCompany(db());
  const page = await browser.newPage();
  await page.goto(await desk.signInLink('customer@demo.test'));
  await untilAlive(page);
  await send(page, 'Book a repair appointment for Wednesday at 11am');
  const confirm = page.getByRole('button', { name: 'Confirm' });
  await confirm.waitFor();

  // Events alone must tell: no read of the conversation comes back, and no stream while it runs.
  const isTold = Promise.withResolvers<void>();
  await page.route('**/messages?after=*', async (route) => {
    await isTold.promise;
    await route.continue();
  });
  let streams = 0;
  await page.route('**/stream', async (route) => {
    for (;;) {
      const response = await route.fetch();
      if (response.status() !== 204) continue;
      streams += 1;
      return await route.fulfill({ response });
    }
  });
  const card = await confirm.locator('xpath=ancestor::section').elementHandle();
  await confirm.press('Enter');
  await page.getByText('Your appointment is booked').waitFor();
  isTold.resolve();
  expect(streams).toBeGreaterThan(0);
  // The stream brings the answer anew; neither the card nor the keyboard's place goes away for it.
  await expect
    .poll(() => page.evaluate((section) => section?.contains(document.activeElement), card))
    .toBe(true);
});

test('a line break is written with Shift and Enter, and sends nothing', async () => {
  const page = await browser.newPage();
  await page.goto(desk.url);
  await untilAlive(page);
  await field(page).fill('first');
  await field(page).press('Shift+Enter');
  await field(page).pressSequentially('second');
  expect(await field(page).inputValue()).toBe('first\nsecond');
  expect(await page.getByRole('article').count()).toBe(0);
});

test("a person whose session has ended reads the server's sentence and keeps their text", async () => {
  const page = await browser.newPage();
  await page.goto(desk.url);
  await untilAlive(page);
  await page.context().addCookies([{ name: sessionCookieName(), value: 'ended', url: desk.url }]);
  await send(page, question);
  await page.getByRole('alert').filter({ hasText: 'You are signed out.' }).waitFor();
  expect(await field(page).inputValue()).toBe(question);
  expect(await page.getByRole('article').count()).toBe(0);
});

test('a message written while offline goes out once, when the line is back', async () => {
  const page = await browser.newPage();
  await page.goto(desk.url);
  await untilAlive(page);
  await page.context().setOffline(true);
  await send(page, question);
  const problem = page.getByRole('alert').filter({ hasText: 'Your message was not sent.' });
  await problem.waitFor();
  expect(await field(page).inputValue()).toBe(question);

  await page.context().setOffline(false);
  await problem.getByRole('button', { name: 'Try again' }).click();
  await answer(page).filter({ hasText: '30 days' }).waitFor();
  expect(await page.getByRole('article', { name: 'You' }).count()).toBe(1);
  expect(await field(page).inputValue()).toBe('');
});

test('a person leaves for a new conversation and comes back with the back button', async () => {
  const page = await browser.newPage();
  await page.goto(desk.url);
  await untilAlive(page);
  await send(page, question);
  await answer(page).filter({ hasText: '30 days' }).waitFor();
  await page.getByRole('button', { name: 'New conversation' }).click();
  await page.getByRole('heading', { name: 'How can we help?' }).waitFor();
  await page.goBack();
  await answer(page).filter({ hasText: '30 days' }).waitFor();
});

test('a person switches the page to Chinese, and it stays so', async () => {
  const page = await browser.newPage({ width: 390 });
  await page.goto(desk.url);
  await untilAlive(page);
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { name: '有什么可以帮您？' }).waitFor();
  await page.reload();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});

test('a dark system gets a dark page from the first paint; light stays once chosen', async () => {
  const page = await browser.newPage({ colorScheme: 'dark' });
  const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
  await page.goto(desk.url, { waitUntil: 'commit' });
  await page.locator('body').waitFor();
  expect(await scheme()).toBe('dark');
  await untilAlive(page);
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect.poll(scheme).toBe('light');
  await page.reload();
  expect(await scheme()).toBe('light');
});

test("another guest's conversation is a page that was not found", async () => {
  const page = await browser.newPage();
  await page.goto(desk.url);
  await untilAlive(page);
  await send(page, question);
  await expect.poll(() => page.url()).toContain('?c=');
  const stranger = await browser.newPage();
  const response = await stranger.goto(page.url());
  expect(response?.status()).toBe(404);
  await stranger.getByRole('heading', { name: 'This page was not found' }).waitFor();
});

test('pages run no script without the nonce and may not be framed', async () => {
  const policy = (await desk.fetch('/')).headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic';/);
  expect(policy).toContain("frame-ancestors 'none'");
  const headers = (await desk.fetch('/api/health')).headers;
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});
