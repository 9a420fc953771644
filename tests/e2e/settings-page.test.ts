import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSettings } from '@/lib/db/settings';
import { type PageOptions, startBrowser, type TestBrowser } from '@/tests/support/browser';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { type FakeUnstructured, startFakeUnstructured } from '@/tests/support/fake-unstructured';
import { collectProblems } from '@/tests/support/page-problems';

let desk: TestDesk;
let browser: TestBrowser;
let fake: FakeUnstructured;

beforeAll(async () => {
  fake = await startFakeUnstructured();
  [desk, browser] = await Promise.all([
    startDesk({ env: { UNSTRUCTURED_API_URL: fake.url, UNSTRUCTURED_API_KEY: 'a-secret-key' } }),
    startBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
  await fake?.stop();
});

async function open(email: string, options?: PageOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(await desk.signInLink(email));
  await page.goto(`${desk.url}/admin/settings`);
  return page;
}

test('an administrator chooses what happens while Unstructured is down, and is told that it is saved', async () => {
  const page = await open('admin@demo.test');
  const problems = collectProblems(page);
  await page.getByText('Unstructured', { exact: true }).waitFor();
  expect(await page.content()).not.toContain('a-secret-key');
  await page.getByRole('radio', { name: 'Is read by the desk itself' }).check();

  // The first try is lost on the way: the choice stays, and the next try is saved.
  await page.route('**/api/settings', (route) => route.abort('connectionreset'));
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('This was not saved').waitFor();
  expect(await page.getByRole('radio', { name: 'Is read by the desk itself' }).isChecked()).toBe(
    true,
  );
  await page.unroute('**/api/settings');
  problems.length = 0;
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. It counts from the next document on.').waitFor();
  await page.getByText('Last changed by').waitFor();
  expect(await findSettings()).toEqual({ unstructuredFallback: 'local' });

  await page.reload();
  expect(await page.getByRole('radio', { name: 'Is read by the desk itself' }).isChecked()).toBe(
    true,
  );
  expect(problems).toEqual([]);
});

test('the page reads well on a phone, in the dark and in Chinese', async () => {
  const page = await open('admin@demo.test', { width: 390, locale: 'zh', colorScheme: 'dark' });
  await page.getByRole('heading', { name: 'Unstructured 不可用时' }).waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});

test('for others than administrators the page is not there', async () => {
  const page = await open('operator@demo.test');
  await page.getByRole('heading', { name: 'This page was not found' }).waitFor();
});

test('while Unstructured does not answer, the page says so', async () => {
  await fake.stop();
  const page = await open('admin@demo.test');
  await page.getByText('Unstructured does not answer at the moment.').waitFor();
  expect(await page.getByText('Does not answer', { exact: true }).isVisible()).toBe(true);
});
