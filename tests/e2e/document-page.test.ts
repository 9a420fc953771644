import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentView } from '@/lib/shared/documents';
import { type PageOptions, startBrowser, type TestBrowser } from '@/tests/support/browser';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { makePdf } from '@/tests/support/make-pdf';
import { collectProblems } from '@/tests/support/page-problems';
import { uploadAndWait } from '@/tests/support/upload-client';

let desk: TestDesk;
let browser: TestBrowser;
let key: string;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk(), startBrowser()]);
  key = await desk.createKey('operator@demo.test');
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

const pageHeight = 792;
const firstLine = { text: 'Parcels are kept at the counter for ten working days.', y: 600 };

/** A document of two pages, one passage on each. */
function upload(title: string): Promise<DocumentView> {
  const content = makePdf([
    [firstLine],
    [{ text: `Keys of ${title} are returned to the porter in the evening.`, y: 600 }],
  ]);
  return uploadAndWait(desk, key, {
    content,
    filename: `${title}.pdf`,
    visibility: 'staff',
    title,
  });
}

async function open(path: string, options?: PageOptions, email = 'operator@demo.test') {
  const page = await browser.newPage(options);
  await page.goto(await desk.signInLink(email));
  await page.goto(`${desk.url}${path}`);
  return page;
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('a passage is marked where it stands on the picture of its page, and the mark leads to it', async () => {
  const { id } = await upload('Counter');
  const page = await open(`/knowledge/${id}`);
  const problems = collectProblems(page);
  const picture = page.getByRole('img', { name: 'Page 1 of the original' });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(500);

  await page.getByRole('button', { name: 'Passage 1: mark it on the page' }).click();
  const mark = page.getByRole('button', { name: 'Passage 1: Parcels are kept' });
  expect(await mark.getAttribute('aria-current')).toBe('true');
  const line = await mark.locator('span').first().boundingBox();
  const sheet = await picture.boundingBox();
  if (!line || !sheet) throw new Error('neither the mark nor the picture is shown');
  const baseline = (pageHeight - firstLine.y) / pageHeight;
  const top = (line.y - sheet.y) / sheet.height;
  expect(top).toBeLessThan(baseline);
  expect(top).toBeGreaterThan(baseline - 0.02);
  expect((line.x - sheet.x) / sheet.width).toBeCloseTo(72 / 612, 2);

  await page.getByRole('tab', { name: 'Read text' }).focus();
  await mark.locator('span').first().click();
  await expect.poll(() => page.locator('li:focus').textContent()).toContain(firstLine.text);
  expect(problems).toEqual([]);
});

test('pages are turned by the keyboard, and the address leads to a passage on its page', async () => {
  const { id } = await upload('Porter');
  const page = await open(`/knowledge/${id}`);
  await page.getByRole('button', { name: 'Passage 1: mark it on the page' }).click();
  await page.keyboard.press('PageDown');
  await page.getByRole('img', { name: 'Page 2 of the original' }).waitFor();
  await page.getByText('Page 2 of 2').waitFor({ state: 'attached' });
  expect(new URL(page.url()).searchParams.get('page')).toBe('2');

  const passage = page.getByRole('listitem').filter({ hasText: 'Keys of Porter' });
  const chunkId = (await passage.getAttribute('id'))?.replace('read-', '');
  await page.goto(`${desk.url}/knowledge/${id}?page=2&chunk=${chunkId}`);
  await expect.poll(() => passage.getAttribute('aria-current')).toBe('true');

  await page.goto(`${desk.url}/knowledge/${id}?chunk=gone`);
  await page.getByText('is no longer in this document').waitFor();
});

test('words that could not be saved stay, and an edited passage is shown with what was read', async () => {
  const { id } = await upload('Lockers');
  const page = await open(`/knowledge/${id}?page=2`);
  const passage = page.getByRole('listitem').filter({ hasText: 'Keys of Lockers' });
  await passage.getByRole('button', { name: /^Edit passage/ }).click();
  const field = page.getByRole('textbox', { name: /^Words of passage/ });
  await field.fill('Lockers are emptied every Friday.');
  await page.route('**/chunks/*', (route) => route.abort('connectionreset'));
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The desk could not be reached').waitFor();
  expect(await field.inputValue()).toBe('Lockers are emptied every Friday.');

  await page.unroute('**/chunks/*');
  await page.getByRole('button', { name: 'Save' }).click();
  const edited = page
    .getByRole('listitem')
    .filter({ hasText: 'Lockers are emptied every Friday.' });
  await edited.getByText('Edited', { exact: true }).waitFor();
  await edited.getByText('As it was read').waitFor();
  await edited.getByText('Keys of Lockers are returned').waitFor();
  await edited.getByText(/Edited by .+ now/).waitFor();

  await edited.getByRole('button', { name: /^Switch off/ }).click();
  await edited.getByText('Switched off', { exact: true }).waitFor();
  await edited.getByRole('button', { name: /^Undo/ }).click();
  await passage.getByRole('button', { name: /^Switch off/ }).waitFor();
  expect(await passage.getByText('Edited', { exact: true }).count()).toBe(0);
});

test('a passage that somebody adds stands on the page and goes when it is removed', async () => {
  const { id } = await upload('Garage');
  const page = await open(`/knowledge/${id}`);
  await page.getByRole('button', { name: 'Add a passage' }).click();
  await page
    .getByRole('textbox', { name: 'Words of the new passage' })
    .fill('The garage closes at ten.');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const added = page.getByRole('listitem').filter({ hasText: 'The garage closes at ten.' });
  await added.getByText('Added', { exact: true }).waitFor();
  await added.getByRole('button', { name: /^Remove/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await added.waitFor({ state: 'detached' });
});

test('the log and the versions tell how a document came to be what it is', async () => {
  const { id } = await upload('Rooms');
  const page = await open(`/knowledge/${id}`);
  await page.getByRole('tab', { name: 'Log' }).click();
  await expect.poll(() => page.getByRole('log').locator('li').count()).toBeGreaterThan(2);
  await page.getByLabel('Upload new version').setInputFiles({
    name: 'rooms-new.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(makePdf([[{ text: 'Rooms are booked at the counter.', y: 600 }]])),
  });
  await page.getByRole('tab', { name: 'Versions (2)' }).click();
  await page.getByRole('row', { name: /2 rooms-new\.pdf .* Answers now/ }).waitFor();
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await page.getByRole('row', { name: /3 Rooms\.pdf .* Answers now/ }).waitFor();
});

test('an edit whose passage a new version lacks is kept, and becomes a passage of its own', async () => {
  const { id } = await upload('Terrace');
  const page = await open(`/knowledge/${id}?page=2`);
  await page.getByRole('button', { name: /^Edit passage/ }).click();
  await page.getByRole('textbox', { name: /^Words of/ }).fill('The terrace is swept at dawn.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Edited', { exact: true }).waitFor();
  await page.getByLabel('Upload new version').setInputFiles({
    name: 'terrace.html',
    mimeType: 'text/html',
    buffer: Buffer.from(
      '<!doctype html><h1>Terrace</h1><p>Chairs are stacked.</p><p hidden>Count them.</p>',
    ),
  });
  await page.getByText('1 edit has lost its place').waitFor();
  await page.getByText('Hidden in the document: not used for answers (1 place)').click();
  await page.getByText('Count them.').waitFor();

  await page.getByRole('button', { name: 'Add as a passage' }).click();
  const adopted = page.getByRole('listitem').filter({ hasText: 'The terrace is swept at dawn.' });
  await adopted.getByText('Added', { exact: true }).waitFor();
  await page.getByText('1 edit has lost its place').waitFor({ state: 'detached' });
});

test('a deleted document proves that nothing is left of it', async () => {
  const { id } = await upload('Cellar');
  const page = await open(`/knowledge/${id}`);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('heading', { name: 'This document was deleted' }).waitFor();
  await page.getByText('Nothing is left of it').waitFor();
  await page.getByRole('row', { name: 'Stored files 1 0' }).waitFor();
  await page.getByRole('row', { name: 'Passages 2 0' }).waitFor();

  await page.goto(`${desk.url}/knowledge/never-there`);
  await page.getByRole('heading', { name: 'This page was not found' }).waitFor();
});

test('a viewer reads on a phone, in Chinese, without scrolling sideways and without buttons to change things', async () => {
  const { id } = await upload('Lobby');
  const page = await open(
    `/knowledge/${id}`,
    { width: 390, locale: 'zh', colorScheme: 'dark' },
    'viewer@demo.test',
  );
  await page.getByRole('img', { name: '原文第 1 页' }).waitFor();
  await page.getByText('段落 1').first().waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await page.getByRole('button', { name: /编辑|停用|删除|添加/ }).count()).toBe(0);
  await page.getByRole('tab', { name: /版本/ }).click();
  await page.getByText('当前用于回答').waitFor();
  expect(await overflow(page)).toBe(0);
});
