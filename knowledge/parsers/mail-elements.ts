import path from 'node:path';
import { parseHTML } from 'linkedom';
import type { ParseNote } from '@/lib/shared/ingestion-log';
import { cleanLine } from './clean-text';
import { isVisible } from './hidden-text';
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
  attachments: MailAttachment[];
}

export interface MailAttachment {
  filename: string;
  content: Uint8Array;
  /** The message shows it between its words, such as a logo or a picture of a screen. */
  isShown: boolean;
}

/** Smaller pictures in a message are logos and lines. */
const leastPicture = 10_000;

/**
 * What a mail says: subject, headers, the message once, and each attachment under its name as its
 * own parser reads it. An attachment that cannot be read is only named.
 */
export async function mailElements(
  mail: Mail,
  { parseAttachment }: ParseContext,
): Promise<{ elements: Element[]; notes: ParseNote[] }> {
  const subject = cleanLine(mail.subject);
  const headers = mail.headers.map(cleanLine).filter(Boolean).join('\n');
  const elements: Element[] = [
    { kind: 'title', text: subject, page: null, level: 1 },
    { kind: 'text', text: headers, page: null },
    ...bodyElements(mail),
  ];
  const attachments = mail.attachments.filter(
    ({ content, isShown }) => !isShown || content.length >= leastPicture,
  );
  for (const attachment of attachments.slice(0, limits.attachments)) {
    const name = nameOf(attachment);
    const inner = await parseAttachment(attachment.content, name);
    elements.push(...attachmentElements(name, inner, attachment.isShown));
  }
  return {
    elements: elements.filter(({ text }) => text !== ''),
    notes: unreadNote(attachments.slice(limits.attachments)),
  };
}

/** A name is only a name: folders in it lead nowhere. */
function nameOf({ filename }: MailAttachment): string {
  return cleanLine(path.posix.basename(filename.replaceAll('\\', '/'))).slice(0, 200);
}

function attachmentElements(name: string, inner: Element[], isShown: boolean): Element[] {
  const below = inner.map((element) => ({ ...element, page: null, ...belowTitle(element) }));
  if (isShown) return below;
  const named = { text: name, page: null };
  const title: Element =
    below.length > 0 ? { kind: 'title', level: 2, ...named } : { kind: 'text', ...named };
  return [title, ...below];
}

function unreadNote(unread: MailAttachment[]): ParseNote[] {
  const [first] = unread;
  if (!first) return [];
  const name = unread.length === 1 ? nameOf(first) : `${nameOf(first)} +${unread.length - 1}`;
  return [{ code: 'attachment_unread', values: { name, reason: 'too_large_unpacked' } }];
}

/** The HTML form keeps lists and tables, but is not taken when it leaves much out. */
function bodyElements({ text, html }: Mail): Element[] {
  const plain = textElements(text);
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const rich = html === '' ? [] : htmlElements(document);
  const isWhole = lengthOf(rich) >= lengthOf(plain) * 0.9;
  return isWhole ? rich : [...plain, ...rich.filter((element) => !isVisible(element))];
}

const lengthOf = (elements: Element[]) =>
  elements.filter(isVisible).reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);

/** Titles of an attachment stand below its name. */
function belowTitle({ level }: Element): { level?: number } {
  return level === undefined ? {} : { level: Math.min(level + 2, 6) };
}
