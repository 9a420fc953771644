import type { Page } from 'playwright-core';

/**
 * Collects what a page complains about from now on: exceptions, console errors and warnings, and
 * whatever its content security policy refused (the browser tells that on the console, too).
 */
export function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    const kind = message.type();
    if (kind === 'error' || kind === 'warning') problems.push(`${kind}: ${message.text()}`);
  });
  return problems;
}
