import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { decodeText, detectEncoding } from './decode-text';
import { DocumentError } from './document-error';
import { sniffDelimiter } from './parse-csv';
import type { DocumentFormat } from './parsed-document';

/** Text formats that their content may not give away; the name decides among them. */
const formatByExtension: Record<string, DocumentFormat> = {
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
  '.markdown': 'md',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.txt': 'txt',
  '.eml': 'eml',
};

/** Kinds of file that can be told from their bytes, variants of a format as the format. */
const formatByType: Record<string, DocumentFormat> = {
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xltx: 'xlsx',
  pptx: 'pptx',
  pptm: 'pptx',
  ppsx: 'pptx',
  potx: 'pptx',
  odt: 'odt',
  ott: 'odt',
  ods: 'ods',
  ots: 'ods',
  odp: 'odp',
  otp: 'odp',
  epub: 'epub',
  rtf: 'rtf',
};

/** Extensions of formats that are zip files inside. */
const zippedExtension = /\.(docx|xlsx|pptx|od[tsp]|epub)$/i;

/**
 * What a file is, by its content. The name is only a hint among text formats.
 * @throws DocumentError `empty`, `password_protected`, `damaged` or `unsupported_type`
 */
export async function detectFormat(file: Uint8Array, filename: string): Promise<DocumentFormat> {
  if (file.every((byte) => byte <= 0x20)) throw new DocumentError('empty');
  if (indexOf(file.subarray(0, 1024), '%PDF-') >= 0) return 'pdf';
  const type = await fileTypeFromBuffer(file);
  const known = formatByType[type?.ext ?? ''];
  if (known) return known;
  if (type) return detectContainer(type.ext, file, filename);
  const sample = file.subarray(0, 16_384);
  if (isBinary(sample)) throw new DocumentError('unsupported_type');
  return sniffText(decodeText(sample), path.extname(filename).toLowerCase());
}

/** Encrypted Office files and Outlook's mails are OLE containers with these streams; a broken one is only a zip file. */
function detectContainer(extension: string, file: Uint8Array, filename: string): DocumentFormat {
  if (extension === 'cfb' && indexOf(file, 'EncryptedPackage', 'utf16le') >= 0) {
    throw new DocumentError('password_protected');
  }
  if (extension === 'cfb' && indexOf(file, '__properties_version1.0', 'utf16le') >= 0) return 'msg';
  if (extension === 'xml') return sniffText(decodeText(file.subarray(0, 16_384)), '');
  const isBroken = extension === 'zip' && zippedExtension.test(filename);
  throw new DocumentError(isBroken ? 'damaged' : 'unsupported_type');
}

function indexOf(file: Uint8Array, text: string, encoding: BufferEncoding = 'latin1'): number {
  return Buffer.from(file.buffer, file.byteOffset, file.byteLength).indexOf(text, 0, encoding);
}

/** Control characters never stand in a text, whatever its encoding; UTF-16 and UTF-32 are full of zeros, though. */
function isBinary(sample: Uint8Array): boolean {
  if (/^utf-(16|32)/.test(detectEncoding(sample))) return false;
  const controls = sample.filter((byte) => byte < 0x20 && ![9, 10, 12, 13, 27].includes(byte));
  return controls.length > sample.length / 1000;
}

function sniffText(text: string, extension: string): DocumentFormat {
  if (/^\s*(<!doctype html|<html[\s>])/i.test(text)) return 'html';
  const named = formatByExtension[extension];
  if (named) return named;
  if (isJson(text, extension)) return 'json';
  if (isMail(text)) return 'eml';
  if (/<(head|body|div|table|p|h[1-6])[\s>][\s\S]*<\//i.test(text)) return 'html';
  const delimiter = sniffDelimiter(text);
  if (delimiter) return delimiter === '\t' ? 'tsv' : 'csv';
  return /^#{1,6} \S/m.test(text) ? 'md' : 'txt';
}

/** The sample may end anywhere, so only how it begins is looked at. */
function isJson(text: string, extension: string): boolean {
  if (/^\.(json|jsonl|ndjson)$/.test(extension)) return true;
  return /^\ufeff?\s*(\{\s*"[^"\n]*"\s*:|\[\s*[{["])/.test(text);
}

/** A stored mail begins with its headers. */
function isMail(text: string): boolean {
  const headers = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^(from|received|mime-version):/im.test(headers) && /^(to|date|subject):/im.test(headers);
}
