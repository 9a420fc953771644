import path from 'node:path';
import { decodeText } from '../parsers/decode-text';
import type { DocumentFormat } from '../parsers/parsed-document';

/** The media type of each format that the service takes; those that are missing are read here. */
const mediaTypes: Partial<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  epub: 'application/epub+zip',
  rtf: 'application/rtf',
  html: 'text/html',
  md: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tsv',
  txt: 'text/plain',
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
};

/** Text whose encoding nothing in it names. The service guesses worse than we, so it gets UTF-8. */
const plainTexts: DocumentFormat[] = ['md', 'csv', 'tsv', 'txt'];

/**
 * Whether the service reads files of this format. Of JSON it knows its own only, of WebP and of
 * OpenDocument's sheets and slides nothing; and mails it reads without their attachments.
 */
export function isTakenByService(format: DocumentFormat): boolean {
  return format in mediaTypes;
}

/** The file as it is sent: under its own name, but with the ending of what it is. */
export function toSentFile(content: Uint8Array, filename: string, format: DocumentFormat): File {
  const name = `${path.parse(filename).name || 'document'}.${format}`;
  const body = plainTexts.includes(format) ? decodeText(content) : new Uint8Array(content);
  return new File([body], name, { type: mediaTypes[format] });
}
