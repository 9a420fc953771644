import type { Page } from 'playwright-core';

/**
 * Drags files and folders of this machine onto a page, as a person does from the desktop. Unlike a
 * DataTransfer made in the page, this brings real folders.
 */
export async function dropFiles(page: Page, files: string[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  }
  await client.detach();
}
