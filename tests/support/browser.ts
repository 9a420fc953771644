import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFailed } from 'vitest';
import type { Locale } from '@/lib/locale';
import { findBrowser } from './find-browser';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const heights: Record<number, number> = { 390: 844 };

/** How a page is opened: its language, width in pixels and the person's colour scheme. */
export interface PageOptions {
  locale?: Locale;
  width?: number;
  colorScheme?: 'light' | 'dark';
}

/** A browser for a test file. */
export interface TestBrowser {
  /** A page in a context of its own: nobody is signed in, no cookies, no storage. */
  newPage: (options?: PageOptions) => Promise<Page>;
  close: () => Promise<void>;
}

/** Starts a headless browser with a fresh profile. Call it in `beforeAll`, close it in `afterAll`. */
export async function startBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    args: flags,
  });
  return {
    close: () => browser.close(),
    newPage: async ({ locale = 'en', width = 1280, colorScheme = 'light' } = {}) => {
      const context = await browser.newContext({
        locale: locale === 'zh' ? 'zh-CN' : 'en-US',
        viewport: { width, height: heights[width] ?? 900 },
        colorScheme,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      onTestFailed(() => keepPicture(page));
      return page;
    },
  };
}

/** What the page looked like when a test failed, in a folder that is not kept in the repository. */
async function keepPicture(page: Page): Promise<void> {
  if (page.isClosed()) return;
  const path = `test-results/${new Date().toISOString().replaceAll(':', '-')}.png`;
  await page.screenshot({ path });
}
