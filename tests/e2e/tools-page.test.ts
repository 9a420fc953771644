import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureDemoConnection } from '@/lib/connections/ensure-demo-connection';
import { type PageOptions, startBrowser, type TestBrowser } from '@/tests/support/browser';
import { type CityServices, startCityServices } from '@/tests/support/city-services';
import { startDesk, type TestDesk } from '@/tests/support/desk';
import { collectProblems } from '@/tests/support/page-problems';
import { waitFor } from '@/tests/support/wait-for';

const everything = 'node_modules/@modelcontextprotocol/server-everything/dist/index.js';

let desk: TestDesk;
let browser: TestBrowser;
let city: CityServices;

beforeAll(async () => {
  const command = { command: process.execPath, args: [everything, 'stdio'] };
  const env = {
    ALLOWED_HOSTS: '127.0.0.1',
    MCP_COMMANDS: JSON.stringify({ everything: command }),
  };
  [desk, browser, city] = await Promise.all([
    startDesk({ env }),
    startBrowser(),
    startCityServices(),
  ]);
  await ensureDemoConnection();
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
  await city?.close();
});

/** A page of this account. Its cookies are brought along: the page after signing in takes seconds. */
async function open(email: string, path: string, options?: PageOptions): Promise<Page> {
  const page = await browser.newPage(options);
  const cookies = (await desk.signIn(email)).split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url: desk.url };
  });
  await page.context().addCookies(cookies);
  await page.goto(`${desk.url}${path}`);
  return page;
}

const form = (page: Page) => page.getByRole('tabpanel', { name: 'For specialists' });

/** Gives the operation that is open to these specialists, with what people say for it. */
async function give(page: Page, specialist: string, examples: string[]): Promise<void> {
  await form(page).getByRole('checkbox', { name: specialist }).check();
  await form(page)
    .getByRole('textbox', { name: 'In English', exact: true })
    .fill(examples.join('\n'));
  await form(page).getByRole('button', { name: 'Give to specialists' }).click();
  await page.getByText(`can be used by: ${specialist}.`).last().waitFor();
}

async function say(page: Page, words: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Your message' });
  await page.waitForFunction(() => {
    const typed = document.querySelector('textarea');
    return typed && Object.keys(typed).some((key) => key.startsWith('__reactProps'));
  });
  await field.fill(words);
  await field.press('Enter');
}

test('a developer connects an API by its document and gives finance two operations; a customer uses them, and the transcript tells of it', async () => {
  const page = await open('developer@demo.test', '/admin/tools');
  const problems = collectProblems(page);
  await page.getByRole('link', { name: 'Lanternway' }).waitFor();
  await page.getByRole('link', { name: 'Add connection' }).click();
  const buffer = Buffer.from(city.document);
  const file = { name: 'city.json', mimeType: 'application/json', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('5 operations can be used.').waitFor();
  const address = page.getByRole('combobox', { name: 'Base address' });
  expect(await address.inputValue()).toBe(city.address);
  await page.getByRole('button', { name: 'Add connection' }).click();
  await page.getByRole('heading', { name: 'City services', level: 1 }).waitFor();

  await page.getByRole('button', { name: 'Finds a parcel shop' }).click();
  await page.getByRole('heading', { name: 'Finds a parcel shop' }).waitFor();
  await page.getByRole('tab', { name: 'Try it out' }).click();
  const trial = page.getByRole('tabpanel', { name: 'Try it out' });
  await trial.getByRole('textbox', { name: 'shopId' }).fill('PS-99');
  await trial.getByRole('button', { name: 'Call', exact: true }).click();
  await trial.getByText('Harbour shop').waitFor();
  await trial.getByRole('region', { name: 'Calls from here' }).getByRole('listitem').waitFor();
  await page.getByRole('tab', { name: 'For specialists' }).click();
  await form(page).getByRole('checkbox', { name: 'owner' }).uncheck();
  await give(page, 'Finance', ['Where is parcel shop PS-12?', 'Until when is the shop open?']);

  await page.getByRole('searchbox').fill('ticket post');
  await page.getByRole('button', { name: 'Opens a ticket' }).click();
  await page.getByRole('heading', { name: 'Opens a ticket' }).waitFor();
  expect(await form(page).getByRole('radio', { name: 'Only looks things up' }).count()).toBe(0);
  await give(page, 'Finance', ['Open a ticket for the broken lamp', 'Report a broken lamp']);
  expect(problems).toEqual([]);

  const chat = await open('customer@demo.test', '/');
  await say(chat, 'Where is parcel shop PS-99?');
  const log = chat.getByRole('log');
  await log.getByText('Harbour shop').waitFor();
  expect(await log.textContent()).not.toContain('Not for the desk');
  await say(chat, 'Open a ticket with low priority, subject: The lamp is broken');
  const confirm = chat.getByRole('button', { name: 'Confirm' });
  await confirm.waitFor();
  expect(city.tickets).toEqual([]);
  await confirm.click();
  await log.getByText('T-1').waitFor();
  expect(city.tickets).toMatchObject([
    { body: { subject: 'The lamp is broken', priority: 'low' } },
  ]);

  const id = new URL(chat.url()).searchParams.get('c');
  const transcript = await open('viewer@demo.test', `/admin/transcripts/${id}`);
  const steps = transcript.getByRole('region', { name: 'What the desk did' });
  for (const name of ['find_shop', 'create_ticket']) {
    await steps.getByText(name).filter({ visible: true }).first().waitFor();
  }
});

test('of a system that is down a developer sees that it is on and its calls fail, until one works', async () => {
  const page = await open('developer@demo.test', '/admin/tools');
  const seeInList = (words: string) =>
    waitFor(`the list to say ${words}`, async () => {
      await page.goto(`${desk.url}/admin/tools`);
      const item = page.getByRole('listitem').filter({ hasText: 'City services' });
      return (await item.textContent())?.includes(words);
    });
  const openTrial = async () => {
    await page.getByRole('link', { name: 'City services' }).click();
    await page.getByRole('button', { name: 'Finds a parcel shop' }).click();
    await page.getByRole('tab', { name: 'Try it out' }).click();
    const trial = page.getByRole('tabpanel', { name: 'Try it out' });
    await trial.getByRole('textbox', { name: 'shopId' }).fill('PS-99');
    return { trial, call: trial.getByRole('button', { name: 'Call', exact: true }) };
  };
  city.fault = async (_, response) => void response.writeHead(503).end();
  const failing = await openTrial();
  await failing.call.click();
  await failing.trial.getByRole('alert').waitFor();
  await seeInList('On, but calls failIts last calls failed. The first of them: ');
  city.fault = undefined;
  const working = await openTrial();
  // Before the call: the one that works takes it away.
  await page.getByText('On, but calls fail').waitFor();
  await working.call.click();
  await working.trial.getByText('Harbour shop').waitFor();
  await waitFor('nothing to be wrong', async () => {
    await page.goto(`${desk.url}/admin/tools`);
    await page.getByRole('link', { name: 'City services' }).waitFor();
    return (await page.getByText('Its last calls failed').count()) === 0;
  });
});

test('an MCP server is connected by a command; its tool is given to support, used and turned off', async () => {
  const page = await open('developer@demo.test', '/admin/tools/new');
  await page.getByText('MCP server', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Everything');
  await page.getByRole('radio', { name: 'A command on the desk' }).check();
  await page.getByRole('button', { name: 'Add connection' }).click();
  await page.getByRole('heading', { name: 'Everything', level: 1 }).waitFor();
  await page.getByRole('searchbox').fill('get-sum');
  await page.getByRole('button', { name: /get-sum/ }).click();
  await form(page).getByRole('radio', { name: 'Only looks things up' }).check();
  await give(page, 'Support', ['What is the sum of 4 and 5?', 'Add 2 and 3 for me']);
  const chat = await open('customer@demo.test', '/');
  await say(chat, 'What is the sum of 40 and 2?');
  await chat.getByRole('log').getByText('42').waitFor();
  await page.getByRole('switch', { name: 'Everything may be used' }).press('Space');
  await page.getByText('Everything is off.').waitFor();
});

test('the pages read well on a phone, in the dark and in Chinese; a document that is none is told, and stays', async () => {
  const page = await open('developer@demo.test', '/admin/tools/new', {
    width: 390,
    locale: 'zh',
    colorScheme: 'dark',
  });
  await page.getByRole('textbox', { name: 'OpenAPI 文档' }).fill('swagger: "2.0"');
  await page.getByRole('button', { name: '读取文档' }).click();
  await page.getByRole('alert').getByText('Swagger').waitFor();
  expect(await page.getByRole('textbox', { name: 'OpenAPI 文档' }).inputValue()).toContain('2.0');
  await page.goto(`${desk.url}/admin/tools/demo?operation=getOrder`);
  await page.getByText('系统自带此操作的工具').waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});
