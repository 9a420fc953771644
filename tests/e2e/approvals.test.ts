import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import { db } from '@/lib/db/client';
import { type PageOptions, startBrowser, type TestBrowser } from '@/tests/support/browser';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { collectProblems } from '@/tests/support/page-problems';

let desk: TestDesk;
let browser: TestBrowser;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk(), startBrowser()]);
  await seedDemoCompany(db());
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

async function open(email: string, path: string, options?: PageOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(await desk.signInLink(email));
  await page.goto(`${desk.url}${path}`);
  return page;
}

/** A customer who has written something and confirmed what is offered for it. */
async function askAndConfirm(text: string): Promise<Page> {
  const page = await open('customer@demo.test', '/');
  await page.waitForFunction(() => {
    const field = document.querySelector('textarea');
    return field && Object.keys(field).some((key) => key.startsWith('__reactProps'));
  });
  const field = page.getByRole('textbox', { name: 'Your message' });
  await field.fill(text);
  await field.press('Enter');
  await page.getByRole('button', { name: 'Confirm' }).click();
  return page;
}

const card = (page: Page, title: string) => page.getByRole('region', { name: title });
const history = (page: Page, at: number) =>
  page.getByRole('list', { name: 'History' }).nth(at).getByRole('listitem');

async function openTranscript(chat: Page): Promise<Page> {
  const id = new URL(chat.url()).searchParams.get('c');
  return await open('viewer@demo.test', `/admin/transcripts/${id}`);
}

test('a large refund waits for an operator, who approves it with a note; its person sees it happen', async () => {
  const chat = await askAndConfirm('I want a refund for SO-10421 because the headphones crackle');
  const second = await chat.context().newPage();
  const refund = card(chat, 'Refund');
  await refund.getByText('Waiting for a colleague').waitFor();
  await refund.getByRole('button', { name: 'Withdraw' }).waitFor();
  await second.goto(chat.url());
  await card(second, 'Refund').getByText('Waiting for a colleague').waitFor();

  const inbox = await open('operator@demo.test', '/inbox?view=approvals');
  const other = await open('admin@demo.test', '/inbox?view=approvals', { width: 390 });
  const problems = collectProblems(inbox);
  for (const page of [inbox, other]) {
    await page.getByRole('button', { name: /Carla Chen.*SGD 329\.00/ }).click();
    await page.getByText('because the headphones crackle').waitFor();
  }
  await inbox.getByText('allows no more than SGD 100.00 of it').waitFor();
  await inbox.getByRole('textbox', { name: /Note to the person/ }).fill('Sorry for the noise.');
  await inbox.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = inbox.getByRole('dialog');
  await dialog.getByText('SGD 329.00').waitFor();
  await dialog.getByText('Your note: Sorry for the noise.').waitFor();
  await dialog.getByRole('button', { name: 'Approve and do it' }).click();
  await inbox.getByText('You approved this.').waitFor();
  await inbox.getByText('Nothing to approve').waitFor();
  await other.getByText('This waits no longer').waitFor();
  expect(await other.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
  expect(problems).toEqual([]);

  for (const page of [chat, second]) {
    await card(page, 'Refund').getByText('Refund: Done').waitFor();
    // Once on the whole page.
    await page.getByText('Sorry for the noise.').waitFor();
  }
  await chat.getByText('I have refunded SGD 329.00').waitFor();

  const transcript = await openTranscript(chat);
  await transcript.getByText('allows no more than SGD 100.00 of it').waitFor();
  const lines = history(transcript, 0);
  await lines.filter({ hasText: 'Confirmed by Carla Chen' }).waitFor();
  await lines.filter({ hasText: 'Approved by Omar Reyes' }).getByText('Sorry for').waitFor();
  await lines.filter({ hasText: 'Done' }).waitFor();
});

test('a booking is taken back from its card, and the transcript says so', async () => {
  const chat = await askAndConfirm('Book a repair appointment for Wednesday at 11am');
  const booking = card(chat, 'Book an appointment');
  const link = booking.getByRole('link', { name: 'Add to calendar' });
  const file = await chat.request.get(`${desk.url}${await link.getAttribute('href')}`);
  expect(await file.text()).toContain('BEGIN:VEVENT');

  const undo = booking.getByRole('button', { name: 'Undo', exact: true });
  await undo.click();
  await booking.getByRole('button', { name: 'Keep it' }).click();
  await expect.poll(() => undo.evaluate((one) => one === document.activeElement)).toBe(true);
  await undo.click();
  await booking.getByRole('button', { name: 'Yes, undo it' }).click();
  await booking.getByText('Book an appointment: Undone').waitFor();
  await chat.getByText('I have taken that back').waitFor();
  expect(await booking.getByRole('button').count()).toBe(0);

  const transcript = await openTranscript(chat);
  await history(transcript, 0).filter({ hasText: 'Carla Chen asked to take it back' }).waitFor();
  await history(transcript, 1).filter({ hasText: 'Done' }).waitFor();
  await transcript.getByRole('link', { name: 'Book an appointment' }).waitFor();
});
