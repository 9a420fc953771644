import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from '@/tests/support/browser';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { makePdf } from '@/tests/support/make-pdf';

let desk: TestDesk;
let browser: TestBrowser;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

/** A page on which this account is signed in. */
async function signedIn(email: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(await desk.signInLink(email));
  return page;
}

async function say(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your message' }).fill(words);
  await page.keyboard.press('Enter');
}

async function upload(page: Page, name: string, pages: string[][]): Promise<void> {
  const file = path.join(os.tmpdir(), name);
  await writeFile(
    file,
    makePdf(pages.map((lines) => lines.map((text, index) => ({ text, y: 700 - index * 20 })))),
  );
  await page.goto(`${desk.url}/knowledge`);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('cell', { name: 'Ready' }).first().waitFor();
}

test('a guest is answered and then helped by a person; the AI answers again; an admin reads it all', async () => {
  const staff = await signedIn('admin@demo.test');
  await upload(staff, 'kettle-care.pdf', [
    ['Kettle care', 'Rinse the kettle before its first use.'],
    ['Descaling', 'Descale the kettle every six weeks with citric acid.'],
  ]);

  const guest = await browser.newPage();
  await guest.goto(desk.url);
  const log = guest.getByRole('log');
  await say(guest, 'How often should I descale the kettle?');
  await log.getByText('I found nothing about that').waitFor();
  await staff.getByRole('combobox', { name: /kettle-care/ }).selectOption('public');
  await staff.getByText(/kettle-care.*: Everyone/).waitFor();
  await say(guest, 'How often should I descale the kettle?');
  await log.getByText('every six weeks').waitFor();
  await log
    .getByRole('button', { name: /Source 1/ })
    .first()
    .click();
  const source = guest.getByRole('dialog');
  await source.getByText('Page 2').waitFor();
  expect(await source.locator('mark').textContent()).toContain('six weeks');
  await guest.keyboard.press('Escape');
  await guest.reload();
  await log.getByText('every six weeks').waitFor();

  await say(guest, 'I want to talk to a human');
  await guest.getByText('Waiting for a person.').waitFor();

  const operator = await signedIn('operator@demo.test');
  await operator.goto(`${desk.url}/inbox`);
  await operator.getByText('How often should I descale').first().click();
  await operator.getByRole('button', { name: 'Take this case' }).click();
  await operator
    .getByRole('textbox', { name: 'Your reply' })
    .fill('Hello, this is the desk. How can I help?');
  await operator.getByRole('button', { name: 'Send' }).click();

  await log.getByText('Hello, this is the desk.').waitFor();
  await say(guest, 'Which acid is safe for children nearby?');
  await operator.getByText('Which acid is safe').waitFor();
  await operator.getByRole('button', { name: 'Hand back to the AI' }).click();
  await log.getByText('The assistant answers again.').waitFor();
  await say(guest, 'What do I do before the first use of the kettle?');
  await log.getByText('Rinse the kettle').waitFor();

  await staff.goto(`${desk.url}/admin/transcripts`);
  await staff.getByText('How often should I descale').first().click();
  await staff.getByText('Hello, this is the desk.').waitFor();
  await staff.getByText('kettle-care').first().waitFor();
});
