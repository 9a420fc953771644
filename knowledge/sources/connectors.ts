import type { Connector } from './connector';
import { folderConnector } from './folder';
import { sitemapConnector } from './sitemap';
import { webPageConnector } from './web-page';

/** Every kind of source. To add one: one file, one line, and its texts in `sources.kinds`. */
export const connectors: Record<string, Connector> = {
  folder: folderConnector,
  'web-page': webPageConnector,
  sitemap: sitemapConnector,
};
