import { createRequire } from 'node:module';
import type { FieldsData } from '@kenjiuno/msgreader';
import iconv from 'iconv-lite';
import { DocumentError } from './document-error';
import { mailElements } from './mail-elements';
import type { Parser } from './parser';

// A CommonJS module that says it is none: an import gives one thing under Node, another in tests.
const { default: MsgReader } = createRequire(import.meta.url)(
  '@kenjiuno/msgreader',
) as typeof import('@kenjiuno/msgreader');

/** Reads a mail as Outlook stores it, with its attachments, mails among them. */
export const parseMsg: Parser = async (file, context) => {
  const { reader, mail } = openMsg(file);
  if (mail.error) throw new DocumentError('damaged', { cause: mail.error });
  const shown = (mail.attachments ?? []).filter(({ attachmentHidden }) => !attachmentHidden);
  const read = await mailElements(
    {
      subject: mail.subject ?? '',
      headers: headerLines(mail),
      text: mail.body ?? '',
      html: readHtml(mail),
      attachments: shown.map((attachment) => {
        const { fileName, content } = reader.getAttachment(attachment);
        return { filename: fileName, content, isShown: false };
      }),
    },
    context,
  );
  return { title: mail.subject || undefined, pages: null, ...read };
};

/** Old mails hold text in the code page of their writer, which is known once they are read. */
function openMsg(file: Uint8Array) {
  const open = () => new MsgReader(new DataView(file.buffer, file.byteOffset, file.byteLength));
  const reader = open();
  const mail = reader.getFileData();
  const ansiEncoding = `cp${mail.messageCodepage ?? mail.internetCodepage}`;
  if (/^cp(65001|1252|1200)$/.test(ansiEncoding) || !iconv.encodingExists(ansiEncoding)) {
    return { reader, mail };
  }
  const again = open();
  again.parserConfig = { ansiEncoding };
  return { reader: again, mail: again.getFileData() };
}

function headerLines(mail: FieldsData): string[] {
  const to = (type: string) =>
    (mail.recipients ?? [])
      .filter(({ recipType }) => recipType === type)
      .map(({ name, smtpAddress, email }) => person(name, smtpAddress ?? email))
      .join(', ');
  const from = person(mail.senderName, mail.senderSmtpAddress ?? mail.senderEmail);
  const date = mail.clientSubmitTime ?? mail.messageDeliveryTime ?? '';
  return Object.entries({ From: from, To: to('to'), Cc: to('cc'), Date: date }).flatMap(
    ([name, value]) => (value === '' ? [] : [`${name}: ${value}`]),
  );
}

/** Addresses inside an organisation are no e-mail addresses; they tell a reader nothing. */
function person(name = '', address = ''): string {
  if (!address.includes('@') || name === address) return name || address;
  return name === '' ? address : `${name} <${address}>`;
}

function readHtml({ html, bodyHtml, internetCodepage }: FieldsData): string {
  if (!html) return bodyHtml ?? '';
  const name = internetCodepage === 65001 ? 'utf-8' : `cp${internetCodepage}`;
  return iconv.decode(Buffer.from(html), iconv.encodingExists(name) ? name : 'utf-8');
}
