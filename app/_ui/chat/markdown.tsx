'use client';
import { memo } from 'react';
import {
  type Components,
  defaultRehypePlugins,
  Streamdown,
  type StreamdownProps,
} from 'streamdown';
import { CitationChip } from './citation-chip';
import { markCitations } from './mark-citations';
import classes from './markdown.module.css';
import { PictureLink, SafeLink } from './safe-link';

// Plain elements, styled by our own sheet; headings below those of the page.
const components = {
  a: SafeLink,
  img: PictureLink,
  'citation-chip': CitationChip,
  p: 'p',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  strong: 'strong',
  blockquote: 'blockquote',
  hr: 'hr',
  code: 'code',
  pre: 'pre',
  h1: 'h3',
  h2: 'h3',
  h3: 'h4',
  h4: 'h5',
  h5: 'h6',
  h6: 'h6',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  th: 'th',
  td: 'td',
  table: ({ children }) => (
    <div className={classes.tableScroll}>
      <table>{children}</table>
    </div>
  ),
} as Components;

// Without `raw`, HTML in the text stays text.
const rehypePlugins = [
  defaultRehypePlugins.sanitize,
  defaultRehypePlugins.harden,
  markCitations,
] as StreamdownProps['rehypePlugins'];

interface Props {
  text: string;
  isStreaming?: boolean;
}

/** Text of a model or a person as Markdown, safely: no HTML, no foreign pictures, links shown. */
export const Markdown = memo(function Markdown({ text, isStreaming = false }: Props) {
  return (
    <Streamdown
      className={classes.markdown}
      mode={isStreaming ? 'streaming' : 'static'}
      components={components}
      rehypePlugins={rehypePlugins}
      controls={false}
      linkSafety={{ enabled: false }}
    >
      {text}
    </Streamdown>
  );
});
