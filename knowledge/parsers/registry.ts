import type { DocumentFormat } from './parsed-document';
import type { Parser } from './parser';

/** Every format's parser, loaded when its first file comes. To add a format: one file, one line. */
export const parsers: Record<DocumentFormat, () => Promise<Parser>> = {
  pdf: async () => (await import('./parse-pdf')).parsePdf,
  docx: async () => (await import('./parse-docx')).parseDocx,
  xlsx: async () => (await import('./parse-xlsx')).parseXlsx,
  pptx: async () => (await import('./parse-pptx')).parsePptx,
  odt: async () => (await import('./parse-odf')).parseOdf,
  ods: async () => (await import('./parse-odf')).parseOdf,
  odp: async () => (await import('./parse-odf')).parseOdf,
  epub: async () => (await import('./parse-epub')).parseEpub,
  rtf: async () => (await import('./parse-rtf')).parseRtf,
  eml: async () => (await import('./parse-eml')).parseEml,
  msg: async () => (await import('./parse-msg')).parseMsg,
  html: async () => (await import('./parse-html')).parseHtml,
  md: async () => (await import('./parse-md')).parseMd,
  csv: async () => (await import('./parse-csv')).parseCsv,
  tsv: async () => (await import('./parse-csv')).parseCsv,
  json: async () => (await import('./parse-json')).parseJson,
  txt: async () => (await import('./parse-txt')).parseTxt,
  png: async () => (await import('./parse-image')).parseImage,
  jpeg: async () => (await import('./parse-image')).parseImage,
  tiff: async () => (await import('./parse-image')).parseImage,
  webp: async () => (await import('./parse-image')).parseImage,
};
