import { DocumentError } from './document-error';
import type { DocumentFormat } from './parsed-document';
import { findNamed, parseXml } from './xml';
import { openZip, type ZipParts } from './zip-parts';

/** Parts that only one format has. */
const tellingParts: [RegExp, DocumentFormat][] = [
  [/^word\/document\d*\.xml$/i, 'docx'],
  [/^xl\/workbook\.xml$/i, 'xlsx'],
  [/^ppt\/presentation\.xml$/i, 'pptx'],
  [/^META-INF\/container\.xml$/i, 'epub'],
];

const formatByBody: Record<string, DocumentFormat> = {
  'office:text': 'odt',
  'office:spreadsheet': 'ods',
  'office:presentation': 'odp',
};

/** How names of parts look in a zip file, which stand in it as they are even when it is cut off. */
const officeNames = ['word/', 'xl/', 'ppt/', '[Content_Types].xml', 'mimetypeapplication/'];

/**
 * What a zip file is that does not begin like any document.
 * @throws DocumentError `damaged` for what is left of one, `password_protected` when its parts are
 * encrypted, `unsupported_type` for any other
 */
export function zipFormat(file: Uint8Array, filename: string): DocumentFormat {
  const isOffice = holdsOfficeName(file) || /\.(docx|xlsx|pptx|od[tsp]|epub)$/i.test(filename);
  // The lowest bit of the flags of the first part says that it is encrypted.
  if (isOffice && ((file[6] ?? 0) & 1) === 1) throw new DocumentError('password_protected');
  const format = formatOfParts(openOffice(file, isOffice));
  if (format) return format;
  throw new DocumentError(isOffice ? 'damaged' : 'unsupported_type');
}

function openOffice(file: Uint8Array, isOffice: boolean): ZipParts | undefined {
  try {
    return openZip(file);
  } catch (error) {
    if (error instanceof DocumentError && !isOffice) return undefined;
    throw error;
  }
}

function formatOfParts(parts: ZipParts | undefined): DocumentFormat | undefined {
  if (!parts) return undefined;
  const telling = tellingParts.find(([pattern]) => parts.names.some((name) => pattern.test(name)));
  if (telling) return telling[1];
  if (!parts.names.includes('content.xml')) return undefined;
  const body = findNamed(parseXml(parts.text('content.xml')), 'office:body')?.children[0];
  return formatByBody[body?.tagName ?? ''];
}

function holdsOfficeName(file: Uint8Array): boolean {
  const head = Buffer.from(file.subarray(0, 65_536)).toString('latin1');
  return officeNames.some((name) => head.includes(name));
}
