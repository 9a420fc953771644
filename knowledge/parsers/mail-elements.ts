import { parseHTML } from 'linkedom';
import { cleanLine } from './clean-text';
import { htmlElements } from './html-elements';
import { limits } from './limits';
import type { Element } from './parsed-document';
import type { ParseContext } from './parser';
import { textElements } from './text-elements';

/** A mail as its format's reader found it. */
export interface Mail {
  subject: string;
  /** Who, to whom and when: `From: …` lines. */
  headers: string[];
  /** The same message in two forms; either may be empty. */
  text: string;
  html: string;
  attachments: { filename: string; content: Uint8Array }[];
}

/**
 * What a mail says: subject, headers, the message once, and each attachment under its name as its
 * own parser reads it. An attachment that cannot be read is only named.
 */
export async function mailElements(
  mail: Mail,
  { parseAttachment }: ParseContext,
): Promise<Element[]> {
  const subject = cleanLine(mail.subject);
  const headers = mail.headers.map(cleanLine).filter(Boolean).join('\n');
  const elements: Element[] = [
    { kind: 'title', text: subject, page: null, level: 1 },
    { kind: 'text', text: headers, page: null },
    ...bodyElements(mail),
  ];
  for (const { filename, content } of mail.attachments.slice(0, limits.attachments)) {
    const inner = await parseAttachment(content, filename);
    const name = { text: cleanLine(filename), page: null };
    elements.push(
      inner.length > 0 ? { kind: 'title', level: 2, ...name } : { kind: 'text', ...name },
    );
    elements.push(...inner.map((element) => ({ ...element, page: null, ...belowTitle(element) })));
  }
  return elements.filter(({ text }) => text !== '');
}

/** The HTML form keeps lists and tables, but is not taken when it leaves much out. */
function bodyElements({ text, html }: Mail): Element[] {
  const plain = textElements(text);
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const rich = html === '' ? [] : htmlElements(document);
  return lengthOf(rich) >= lengthOf(plain) * 0.9 ? rich : plain;
}

const lengthOf = (elements: Element[]) =>
  elements.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);

/** Titles of an attachment stand below its name. */
function belowTitle({ level }: Element): { level?: number } {
  return level === undefined ? {} : { level: Math.min(level + 2, 6) };
}
