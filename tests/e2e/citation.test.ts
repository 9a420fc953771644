import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const page = { width: 612, height: 792 };
const quote = { text: 'Kayaks are rented out until the lighthouse is lit.', y: 386 };
const lines = [
  { text: 'The boathouse stands behind the dunes.', y: 400 },
  quote,
  { text: 'Paddles hang on the wall and life jackets in the loft.', y: 372 },
];

/** A document of three pages; the quote is a line of the second. */
async function upload(title: string): Promise<string> {
  const leaf = [{ text: 'The beach is eleven miles of sand.', y: 700 }];
  const content = makePdf([leaf, lines, leaf]);
  const { id } = await uploadAndWait(desk, key, { content, filename: `${title}.pdf`, title });
  return id;
}

async function ask(options?: PageOptions): Promise<Page> {
  const chat = await browser.newPage(options);
  await chat.goto(desk.url);
  await chat.waitForFunction(() => {
    const field = document.querySelector('textarea');
    return field && Object.keys(field).some((name) => name.startsWith('__reactProps'));
  });
  const field = chat.getByRole('textbox');
  await field.fill('Until when are kayaks rented out?');
  await field.press('Enter');
  return chat;
}

const sourceOf = (chat: Page) => chat.locator('article section').getByRole('button').first();

/** Whether the mark lies over the quoted line of the picture, as far as the PDF says where that is. */
async function expectOverQuote(picture: Locator, mark: Locator): Promise<void> {
  await mark.waitFor();
  const [sheet, box] = await Promise.all([picture.boundingBox(), mark.boundingBox()]);
  if (!sheet || !box) throw new Error('neither the mark nor the picture is shown');
  expect(sheet.width).toBeGreaterThan(200);
  const line = (y: number) => ((page.height - y) / page.height) * sheet.height + sheet.y;
  expect(box.y).toBeGreaterThan(line(quote.y + 14));
  expect(box.y).toBeLessThan(line(quote.y));
  expect(box.y + box.height).toBeGreaterThan(line(quote.y));
  expect(box.y + box.height).toBeLessThan(line(quote.y - 10));
  expect((box.x - sheet.x) / sheet.width).toBeCloseTo(72 / page.width, 2);
}

async function overflow(shown: Page): Promise<number> {
  return shown.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

test('a guest opens a citation at its page with the quote marked, then the document, until it is hidden', async () => {
  const id = await upload('Boathouse');
  const chat = await ask();
  const problems = collectProblems(chat);
  await chat.getByRole('button', { name: 'Source 1: Boathouse, Page 2' }).first().click();
  const drawer = chat.getByRole('dialog');
  const picture = drawer.getByRole('img', { name: 'Page 2 of the original' });
  await expectOverQuote(picture, drawer.getByRole('img', { name: 'The quoted words' }));
  expect(await drawer.locator('mark').textContent()).toBe(quote.text);
  await drawer.getByText('100 %').click();
  await expect.poll(async () => (await picture.boundingBox())?.width).toBe(935);

  const opened = chat.waitForEvent('popup');
  await drawer.getByRole('link', { name: 'Open the document' }).click();
  const reading = await opened;
  expect(new URL(reading.url()).pathname).toBe(`/documents/${id}`);
  await reading.getByRole('heading', { name: 'Boathouse' }).waitFor();
  const original = reading.getByRole('img', { name: 'Page 2 of the original' });
  await expectOverQuote(original, reading.getByRole('img', { name: 'The quoted words' }));
  expect(await reading.locator('mark').textContent()).toBe(quote.text);
  await reading.getByRole('button', { name: 'Next page' }).click();
  await reading.getByRole('img', { name: 'Page 3 of the original' }).waitFor();
  expect(await reading.locator('mark').count()).toBe(0);
  expect(problems).toEqual([]);

  const hidden = await desk.fetch(`/api/documents/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ visibility: 'staff' }),
  });
  expect(hidden.status).toBe(200);
  await chat.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await sourceOf(chat).click();
  await drawer.getByRole('alert').filter({ hasText: 'cannot be opened any more' }).waitFor();
  expect(await drawer.locator('blockquote').textContent()).toBe(quote.text);
  expect(await drawer.getByRole('img', { name: /of the original/ }).count()).toBe(0);
  expect((await reading.reload())?.status()).toBe(404);
});

test('on a phone, in the dark and in Chinese, the citation and its document fit', async () => {
  const id = await upload('Sand');
  const chat = await ask({ width: 390, colorScheme: 'dark', locale: 'zh' });
  await sourceOf(chat).click();
  const drawer = chat.getByRole('dialog');
  await drawer.getByText('第 2 页').waitFor();
  const picture = drawer.getByRole('img', { name: '原文第 2 页' });
  await expectOverQuote(picture, drawer.getByRole('img', { name: '引用的文字' }));
  expect(await overflow(chat)).toBe(0);

  const address = await drawer.getByRole('link', { name: '打开文档' }).getAttribute('href');
  expect(address).toContain(id);
  await chat.goto(`${desk.url}${address}`);
  const original = chat.getByRole('img', { name: '原文第 2 页' });
  await expectOverQuote(original, chat.getByRole('img', { name: '引用的文字' }));
  expect(await overflow(chat)).toBe(0);

  // The same address leads staff to the page that shows more.
  const staff = await browser.newPage();
  await staff.goto(await desk.signInLink('operator@demo.test'));
  await staff.goto(`${desk.url}${address}`);
  expect(new URL(staff.url()).pathname).toBe(`/knowledge/${id}`);
  const page2 = staff.getByRole('img', { name: 'Page 2 of the original' });
  await expectOverQuote(page2, staff.getByRole('img', { name: 'The quoted words' }));
  const passage = staff.locator('li[aria-current="true"]');
  expect(await passage.locator('mark').textContent()).toBe(quote.text);
});

test('where a format has no pictures, the quoted words are brought into view in the text', async () => {
  const chapters = Array.from({ length: 60 }, (_, n) => `# Buoy ${n}\n\nBuoy ${n} rings twice.`);
  const content = chapters.join('\n\n');
  const { id } = await uploadAndWait(desk, key, { content, filename: 'buoys.md' });
  const response = await desk.fetch(`/api/documents/${id}/passages?from=40&limit=1`);
  const { passages } = (await response.json()) as { passages: { id: string; text: string }[] };
  const words = passages[0]?.text.split('\n').at(-1) ?? '';
  expect(words).toContain('rings twice');

  const reading = await browser.newPage({ width: 390 });
  const query = new URLSearchParams({ chunk: passages[0]?.id ?? '', quote: words });
  await reading.goto(`${desk.url}/documents/${id}?${query}`);
  const mark = reading.locator('mark');
  await mark.filter({ hasText: words }).waitFor();
  const isInView = () =>
    mark.evaluate((node) => {
      const { top, bottom } = node.getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    });
  await expect.poll(isInView).toBe(true);

  await reading.goto(`${desk.url}/documents/${id}?chunk=gone`);
  await reading.getByText('is no longer in this document').waitFor();
  await reading.getByText('Buoy 0 rings twice.').waitFor();
});
