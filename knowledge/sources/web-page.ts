import { z } from 'zod';
import { defineConnector } from './connector';
import { requireWebAddress } from './web-address';
import { openWebClient } from './web-client';
import { webItem } from './web-item';

/** Single pages of the web. Keys are their addresses. */
export const webPageConnector = defineConnector({
  config: z.object({ urls: z.array(z.string().trim().min(1).max(2000)).min(1).max(200) }),
  async prepare({ urls }) {
    const checked: string[] = [];
    for (const url of urls) checked.push(await requireWebAddress(url));
    return { urls: [...new Set(checked)] };
  },
  async *list({ urls }, { signal }) {
    const client = openWebClient(signal);
    for (const url of urls) yield webItem(url, client);
  },
});
