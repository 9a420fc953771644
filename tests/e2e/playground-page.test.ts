import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findLastRetrievalSettings } from '@/lib/db/knowledge/retrieval-settings';
import { type PageOptions, startBrowser, type TestBrowser } from '@/tests/support/browser';
import { ChatClient } from '@/tests/support/chat-client';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { addIndexedDocument } from '@/tests/support/indexed-document';
import { collectProblems } from '@/tests/support/page-problems';

let desk: TestDesk;
let browser: TestBrowser;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk(), startBrowser()]);
  await addIndexedDocument({
    title: 'Parking for visitors',
    texts: [
      'Visitors park on level two, next to the lift. The first two hours are free.',
      'Visitors park on level two, next to the lift. The first two hours are free!',
      'Bicycles stand in the yard. Bring a lock of your own.',
    ],
  });
  await addIndexedDocument({
    title: 'Parking for staff',
    visibility: 'staff',
    texts: ['Staff park on level five and show their badge at the gate.'],
  });
  await addIndexedDocument({
    title: '停车指南',
    texts: ['访客请将车辆停放在二层，前两个小时免费。'],
  });
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

async function open(email: string, search = '', options?: PageOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(await desk.signInLink(email));
  await page.goto(`${desk.url}/knowledge/search${search}`);
  return page;
}

test('a developer asks, sees why, looks with a guest’s eyes, and applies another threshold', async () => {
  const page = await open('developer@demo.test');
  const problems = collectProblems(page);
  await page.getByLabel('Question', { exact: true }).fill('Where can I park?');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'found for you' }).waitFor();
  const passages = page.getByRole('list', { name: 'Passages' });
  await passages.getByRole('link', { name: 'Parking for staff' }).waitFor();
  expect(await passages.locator('mark', { hasText: 'park' }).count()).toBeGreaterThan(0);
  await page.getByText('Says the same as place').waitFor();

  // With a guest's eyes the staff's passage is none, and the page says why.
  await page.getByLabel('View as').selectOption('A guest');
  const hidden = page.getByRole('list', { name: 'Not for a guest' });
  await hidden.getByText('Kept to: Staff only').waitFor();
  expect(await passages.getByText('Parking for staff').count()).toBe(0);

  // One passage only: the others are beyond it.
  const slider = page.getByRole('slider', { name: 'Passages' });
  await slider.focus();
  await slider.press('Home');
  await page.getByText('beyond the first').first().waitFor();
  await page.getByText('One change not applied').waitFor();
  expect(new URL(page.url()).searchParams.get('as')).toBe('guest');

  // The address leads a colleague to the same.
  const shared = await open('admin@demo.test', new URL(page.url()).search);
  await shared.getByText('beyond the first').first().waitFor();
  await shared.getByText('One change not applied').waitFor();

  await page.getByRole('button', { name: 'Apply as default' }).click();
  await page.getByText('These are the settings of the desk.').waitFor();
  expect((await findLastRetrievalSettings()).passages).toBe(1);
  await page.getByRole('list', { name: 'Applied before' }).getByText('Dana Lindt').waitFor();
  await page.getByText('shown to those who may read transcripts').waitFor();
  await page.getByRole('button', { name: 'Back to the measured defaults' }).click();
  await page.getByText('One change not applied').waitFor();
  expect(problems).toEqual([]);

  await passages.getByRole('link', { name: 'Parking for visitors' }).first().click();
  await page.waitForURL(/\/knowledge\/[^/]+\?chunk=/);
});

test('an administrator tries what people asked, views as a colleague, and is told what a threshold moves', async () => {
  const guest = new ChatClient(desk.fetch);
  await guest.ask('Where do visitors park?');
  await guest.inConversation(randomUUID()).ask('How do I cancel my magazine subscription?');
  const page = await open('admin@demo.test');
  const problems = collectProblems(page);
  const asked = page.getByRole('list', { name: 'What people asked' });
  await asked.getByText('Where do visitors park?').waitFor();
  await page.getByRole('switch', { name: 'Only unanswered' }).check();
  await asked.getByText('How do I cancel my magazine subscription?').click();
  await page.getByText('Would be refused').waitFor();
  expect(await asked.getByText('Where do visitors park?').count()).toBe(0);
  expect(await page.getByLabel('View as').inputValue()).toBe('guest');

  const slider = page.getByRole('slider', { name: 'Threshold' });
  await slider.focus();
  await slider.press('Home');
  await page.getByText('1 that was refused would be answered').waitFor();
  await page.getByText('Would be answered', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();

  await page.getByLabel('Question', { exact: true }).fill('Where can I park?');
  await page.getByLabel('View as').selectOption('Somebody of the staff');
  await page.getByText('Nobody chosen yet').waitFor();
  await page.getByRole('combobox', { name: 'Who' }).fill('vera');
  await page.getByRole('option', { name: /Vera Wolf/ }).click();
  await page.getByText('found for Vera Wolf').waitFor();
  await page.getByText('What the figures mean').click();
  await page.getByText('Only the order counts').waitFor();
  expect(problems).toEqual([]);
});

test('on a phone, in the dark and in Chinese, the page is one column and marks Chinese words', async () => {
  const query = new URLSearchParams({ q: '访客停车', as: 'guest', passages: '999' });
  const look = { width: 390, locale: 'zh', colorScheme: 'dark' } as const;
  const page = await open('admin@demo.test', `?${query}`, look);
  await page.locator('mark', { hasText: '访客' }).first().waitFor();
  await page.getByRole('button', { name: '设置', exact: true }).click();
  await page.getByRole('slider', { name: '阈值' }).waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});

test('a search that fails keeps what was typed, and can be tried again', async () => {
  const page = await open('admin@demo.test');
  await page.route('**/api/retrieval/search', (route) => route.abort('connectionreset'));
  await page.getByLabel('Question', { exact: true }).fill('Where can I park?');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('alert').getByText('could not be reached').waitFor();
  expect(await page.getByLabel('Question', { exact: true }).inputValue()).toBe('Where can I park?');
  await page.unroute('**/api/retrieval/search');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'Parking for visitors' }).first().waitFor();
});

test('for others than developers and administrators the page is not there', async () => {
  const page = await open('operator@demo.test');
  await page.getByRole('heading', { name: 'This page was not found' }).waitFor();
});
