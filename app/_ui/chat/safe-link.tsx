import type { ComponentProps } from 'react';
import classes from './markdown.module.css';

/** Where an address leads, for showing beside a link; null for this site and broken addresses. */
function foreignHost(href: string): string | null {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return null;
  return new URL(href).host;
}

/** A link out of an answer: in a new tab, and always showing the site it leads to. */
export function SafeLink({ href = '', children }: ComponentProps<'a'>) {
  const host = foreignHost(href);
  const isPlain = typeof children === 'string' && host !== null && children.includes(host);
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
      {host && !isPlain ? <span className={classes.host}> ({host})</span> : null}
    </a>
  );
}

/** A picture in an answer is never loaded from elsewhere: it is shown as a link. */
export function PictureLink({ src, alt }: ComponentProps<'img'>) {
  const href = typeof src === 'string' ? src : '';
  return <SafeLink href={href}>{alt || href}</SafeLink>;
}
