import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageOptions, startBrowser, type TestBrowser } from '@/tests/support/browser';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { dropFiles } from '@/tests/support/drop-files';
import { collectProblems } from '@/tests/support/page-problems';
import { uploadAndWait, waitUntilSettled } from '@/tests/support/upload-client';

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

async function open(address: string, options?: PageOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(await desk.signInLink('operator@demo.test'));
  await awake(page, () => page.goto(`${desk.url}${address}`));
  return page;
}

/** Goes to the page and waits until it hears of changes: what is done to it earlier is lost. */
async function awake(page: Page, go: () => Promise<unknown>): Promise<void> {
  const isHearing = page.waitForResponse((response) =>
    response.url().endsWith('/api/documents/events'),
  );
  await go();
  await isHearing;
}

/** Files on disk, by their names; a name may lead into folders. */
async function makeFiles(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'frontdesk-drop-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });

test('files and a folder dropped on the page become documents; one is opened, the failed one tried again', async () => {
  const folder = await makeFiles({
    'delivery.md': '# Delivery\n\nParcels leave within two days.\n',
    'hollow.txt': '',
    'shop/opening.md': '# Opening\n\nThe shop opens at nine.\n',
    'shop/branches/north.md': '# Northern branch\n\nIt lies behind the station.\n',
    'shop/.DS_Store': 'kept by the system',
  });
  const page = await open('/knowledge');
  const problems = collectProblems(page);
  await page.getByText('No documents yet').waitFor();
  const dropped = ['delivery.md', 'hollow.txt', 'shop'].map((name) => path.join(folder, name));
  await dropFiles(page, dropped);
  await page.getByText('1 hidden file was left out: shop/.DS_Store.').waitFor();
  const uploads = page.getByRole('region', { name: 'Uploads' });
  await uploads.getByText('4 files done, 1 failed').waitFor();
  await uploads.getByText('The file is empty. Choose another one.').waitFor();
  await row(page, 'Northern branch').getByText('Ready').waitFor();

  await page.getByText('Failed 1').click();
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
  expect(page.url()).toContain('status=failed');
  await row(page, 'hollow').getByRole('button', { name: 'Read “hollow” again' }).click();
  await page.getByText('“hollow” is read again.').waitFor();
  const link = await row(page, 'hollow').getByRole('link').getAttribute('href');
  await waitUntilSettled(desk, key, link?.split('/').at(-1) ?? '');
  const isFocusKept = () => page.evaluate(() => document.activeElement !== document.body);
  await expect.poll(isFocusKept).toBe(true);
  await page.getByRole('button', { name: 'Retry all' }).click();
  await page.getByText('1 document is read again.').waitFor();

  await page.getByText('Ready 3').click();
  await page.getByRole('link', { name: 'Opening', exact: true }).click();
  await page.getByText('The shop opens at nine.').first().waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/knowledge\/.+/);
  expect(problems).toEqual([]);
});

test('a person narrows the list by words and readers, and the address brings it back', async () => {
  for (const [filename, visibility] of [
    ['warranty.md', 'public'],
    ['wages.md', 'staff'],
  ] as const) {
    await uploadAndWait(desk, key, { filename, visibility, content: `# ${filename} text\n\nYes.` });
  }
  const page = await open('/knowledge');
  const field = page.getByRole('searchbox', { name: 'Search titles and file names' });
  await field.pressSequentially('wa');
  await row(page, 'wages.md').waitFor();
  await expect.poll(() => row(page, 'delivery').count()).toBe(0);
  await field.pressSequentially('rr');
  await expect.poll(() => row(page, 'wages.md').count()).toBe(0);
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await awake(page, () => page.reload());
  await row(page, 'warranty.md').waitFor();
  expect(await field.inputValue()).toBe('warr');

  await page
    .getByRole('combobox', { name: 'Who may see the documents shown' })
    .selectOption('staff');
  await page.getByText('No document matches').waitFor();
  await page.getByRole('button', { name: 'Show all documents' }).click();
  await row(page, 'wages.md').waitFor();
  expect(await field.inputValue()).toBe('');
  expect(new URL(page.url()).search).toBe('');
});

test('what others add and delete is seen at once, and after a deletion the focus stays in the list', async () => {
  const page = await open('/knowledge?q=seen');
  await page.getByText('No document matches').waitFor();
  const content = '# Seen at once\n\nBy everybody.';
  await uploadAndWait(desk, key, { filename: 'seen-1.md', content });
  await uploadAndWait(desk, key, { filename: 'seen-2.md', content: `${content} Twice.` });
  await row(page, 'seen-1.md').getByText('Ready').waitFor();
  await row(page, 'seen-2.md')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('link', { name: 'See what is gone' }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await row(page, 'seen-2.md').count()).toBe(0);
  const focused = row(page, 'seen-1.md').getByRole('link', { name: 'Seen at once' });
  await expect
    .poll(() => focused.evaluate((element) => element === document.activeElement))
    .toBe(true);
});

test('the same file once more is told as such', async () => {
  const folder = await makeFiles({ 'again.md': '# Again\n\nThe same as before.\n' });
  const page = await open('/knowledge');
  await dropFiles(page, [path.join(folder, 'again.md')]);
  await page.getByText('1 file done').waitFor();
  await dropFiles(page, [path.join(folder, 'again.md')]);
  await page.getByRole('listitem').getByText('Was here already').waitFor();
  // The list follows a moment later.
  await expect.poll(() => row(page, 'again.md').count()).toBe(1);
});

test('leaving while files are on their way asks first; looking at another page of the desk goes on with them', async () => {
  const folder = await makeFiles({ 'slow.md': '# Slow\n\nOn its way.\n' });
  const page = await open('/knowledge');
  const held = Promise.withResolvers<void>();
  await page.route('**/api/documents', async (route) => {
    if (route.request().method() === 'POST') await held.promise;
    await route.continue();
  });
  await dropFiles(page, [path.join(folder, 'slow.md')]);
  await page.getByRole('listitem').getByText('Uploading').waitFor();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();

  await page.getByRole('navigation').getByRole('link', { name: 'Chat' }).click();
  await page.getByRole('textbox').waitFor();
  held.resolve();
  await page.getByRole('navigation').getByRole('link', { name: 'Knowledge' }).click();
  await page.getByText('1 file done').waitFor();
  await row(page, 'slow.md').getByText('Ready').waitFor();
});

test('on a phone the page is read and used without scrolling sideways, in Chinese too', async () => {
  await uploadAndWait(desk, key, { filename: 'leer.txt', content: '' });
  const page = await open('/knowledge', { width: 390, locale: 'zh', colorScheme: 'dark' });
  await row(page, 'leer.txt').getByText('文件是空的').waitFor();
  await page.locator('input[type=file]').setInputFiles({
    name: `${'长标题'.repeat(30)}.md`,
    mimeType: 'text/markdown',
    buffer: Buffer.from(`# ${'报销制度'.repeat(20)}\n\n每月十日前提交。\n`),
  });
  await page.getByText('1 个文件已处理完').waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});
