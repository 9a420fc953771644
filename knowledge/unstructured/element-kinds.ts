import type { Element } from '../parsers/parsed-document';

type Kind = Element['kind'];

/** Runs along the pages or stands between them; never part of what a document says. */
const dropped = new Set([
  'Header',
  'Footer',
  'Page-header',
  'Page-footer',
  'PageNumber',
  'PageBreak',
]);

/** What the service's types are to us; all others are text. */
const kinds: Record<string, Kind> = {
  Title: 'title',
  Headline: 'title',
  Subheadline: 'title',
  'Section-header': 'title',
  ListItem: 'list',
  'List-item': 'list',
  BulletedText: 'list',
  Table: 'table',
  Image: 'image',
  Picture: 'image',
  Figure: 'image',
};

/** What an element of this type is to us; undefined for those that are dropped. */
export function kindOfType(type: string): Kind | undefined {
  if (dropped.has(type)) return undefined;
  return kinds[type] ?? 'text';
}
