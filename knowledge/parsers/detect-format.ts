import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { decodeText, detectEncoding } from './decode-text';
import { DocumentError } from './document-error';
import type { DocumentFormat } from './parsed-document';
import { sniffText } from './sniff-text';
import { zipFormat } from './zip-format';

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
  png: 'png',
  apng: 'png',
  jpg: 'jpeg',
  tif: 'tiff',
  webp: 'webp',
};

/** Kinds whose mark is so short that texts begin with it by chance. */
const shortMarks = new Set(['bmp', 'exe', 'swf', 'mp3', 'mpc', 'bz2', 'dwg', 'lz', 'ace', 'eps']);

/** Bytes of a text that are looked at. */
const sampleBytes = 16_384;

/**
 * What a file is, by its content. The name is only a hint among text formats.
 * @throws DocumentError `empty`, `password_protected`, `damaged` or `unsupported_type`
 */
export async function detectFormat(file: Uint8Array, filename: string): Promise<DocumentFormat> {
  if (file.every((byte) => byte <= 0x20)) throw new DocumentError('empty');
  if (isPdf(file)) return 'pdf';
  const type = await fileTypeFromBuffer(file);
  const known = formatByType[type?.ext ?? ''];
  if (known) return known;
  const sample = file.subarray(0, sampleBytes);
  if (type && !(shortMarks.has(type.ext) && !isBinary(sample))) {
    return detectContainer(type.ext, file, filename);
  }
  if (isBinary(sample)) throw new DocumentError('unsupported_type');
  return sniffText(decodeText(sample), path.extname(filename).toLowerCase());
}

/** Some programs write a few bytes before the mark; texts may mention it. */
function isPdf(file: Uint8Array): boolean {
  const at = indexOf(file.subarray(0, 1024), '%PDF-');
  return at >= 0 && (at < 8 || indexOf(file, 'endobj') > at);
}

/** Encrypted Office files and Outlook's mails are OLE containers with these streams. */
function detectContainer(extension: string, file: Uint8Array, filename: string): DocumentFormat {
  if (extension === 'cfb' && indexOf(file, 'EncryptedPackage', 'utf16le') >= 0) {
    throw new DocumentError('password_protected');
  }
  if (extension === 'cfb' && indexOf(file, '__properties_version1.0', 'utf16le') >= 0) return 'msg';
  if (extension === 'xml') return sniffText(decodeText(file.subarray(0, sampleBytes)), '');
  if (extension === 'zip') return zipFormat(file, filename);
  throw new DocumentError('unsupported_type');
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
