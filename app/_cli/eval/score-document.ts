import type { Chunk } from '@/knowledge/chunking/chunk-elements';
import type { Element } from '@/knowledge/parsers/parsed-document';
import type { DocumentFailure } from '@/lib/shared/documents';
import { bestSimilarity, comparableCell, comparableText } from './comparable-text';
import type { GroundTruth } from './ground-truth';

/** What the desk made of one file. */
export interface Extraction {
  elements: Element[];
  chunks: Chunk[];
  /** Why the file was refused; then nothing is indexed. */
  failure: DocumentFailure | null;
  seconds: number;
  /** Most memory that reading it took, in megabytes; null when its process could not tell. */
  peakMb: number | null;
}

export interface Share {
  found: number;
  total: number;
}

/** One file's figures. */
export interface DocumentScore {
  file: string;
  format: string;
  language: string;
  awkward: boolean;
  failure: DocumentFailure | null;
  snippets: Share;
  ocr: Share;
  pages: { right: number; total: number };
  cells: Share;
  optional: Share;
  /** Everything that the ground truth asks of this file came true. */
  isRight: boolean;
  /** What did not, for people. */
  faults: string[];
  seconds: number;
  peakMb: number | null;
}

/** Similarity from which a snippet counts as found after OCR. */
const ocrSimilarity = 0.85;

/** Reasons that are right for each kind of refusal. */
const rightFailures: Partial<Record<GroundTruth['outcome'], DocumentFailure[]>> = {
  no_text: ['no_text'],
  refuse_empty: ['empty'],
  refuse_password: ['password_protected'],
  refuse_corrupt: ['damaged'],
  refuse_type: ['unsupported_type'],
  refuse_limits: ['too_large_unpacked', 'too_much_text', 'too_many_pages', 'out_of_memory'],
};

/** Scores what came out of a file against what must, by the rules of the data's README. */
export function scoreDocument(truth: GroundTruth, extraction: Extraction): DocumentScore {
  const { failure, seconds, peakMb } = extraction;
  const refusals = rightFailures[truth.outcome];
  const judged = refusals ? nothingAsked() : judgeText(truth, extraction);
  const isRefused = truth.outcome === 'by_content_or_refuse' && failure !== null;
  const faults = [
    ...(refusals ? refusalFaults(refusals, failure) : isRefused ? [] : judged.faults),
    ...limitFaults(truth, extraction),
  ];
  const { file, format, language, awkward } = truth;
  const isRight = faults.length === 0;
  return { file, format, language, awkward, failure, ...judged, isRight, faults, seconds, peakMb };
}

function nothingAsked() {
  const none = { found: 0, total: 0 };
  const pages = { right: 0, total: 0 };
  return { snippets: none, ocr: none, pages, cells: none, optional: none, faults: [] };
}

function judgeText(truth: GroundTruth, { elements: all, chunks }: Extraction) {
  const elements = all.filter(({ hidden }) => !hidden);
  const isOcr = truth.outcome === 'text_after_ocr';
  const text = comparableText(elements.map((element) => element.text).join('\n'));
  const indexed = chunks.map((chunk) => ({ ...chunk, text: comparableText(chunk.text) }));
  const lines = elements.flatMap((element) => element.text.split('\n')).map(comparableCell);
  const holds = (where: string, wanted: string) =>
    isOcr
      ? bestSimilarity(where, comparableText(wanted)) >= ocrSimilarity
      : where.includes(comparableText(wanted));
  const missing = truth.snippets.filter((snippet) => !holds(text, snippet.text));
  const paged = truth.snippets.filter(({ pages }) => pages !== null);
  const misplaced = paged.filter(
    (snippet) =>
      !indexed.some((chunk) => isOn(chunk, snippet.pages ?? []) && holds(chunk.text, snippet.text)),
  );
  const lost = truth.table_cells.filter(({ row, value }) => !holdsCell(lines, row, value));
  const optional = truth.optional_snippets.filter((snippet) => holds(text, snippet));
  const share = (left: unknown[], all: unknown[]) => ({
    found: all.length - left.length,
    total: all.length,
  });
  const none = { found: 0, total: 0 };
  const snippets = share(missing, truth.snippets);
  return {
    snippets: isOcr ? none : snippets,
    ocr: isOcr ? snippets : none,
    pages: { right: paged.length - misplaced.length, total: paged.length },
    cells: share(lost, truth.table_cells),
    optional: { found: optional.length, total: truth.optional_snippets.length },
    faults: [
      ...missing.map((snippet) => `not found: ${snippet.text}`),
      ...misplaced.map((snippet) => `not on page ${snippet.pages?.join(', ')}: ${snippet.text}`),
      ...lost.map(({ row, value }) => `no row with: ${row} … ${value}`),
      ...textFaults(truth, text, indexed),
    ],
  };
}

function isOn({ page, pageTo }: Chunk, pages: number[]): boolean {
  return page !== null && pages.some((number) => page <= number && number <= (pageTo ?? page));
}

function holdsCell(lines: string[], row: string, value: string): boolean {
  return lines.some(
    (line) => line.includes(comparableCell(row)) && line.includes(comparableCell(value)),
  );
}

/** What must not be there, must be there once, or must come in this order. */
function textFaults(truth: GroundTruth, text: string, chunks: { text: string }[]): string[] {
  const indexed = chunks.map((chunk) => chunk.text).join('\n');
  const present = truth.must_not_contain.filter((wanted) => text.includes(comparableText(wanted)));
  const repeated = truth.exactly_once.filter(
    (wanted) => indexed.split(comparableText(wanted)).length !== 2,
  );
  let at = 0;
  const disordered = truth.reading_order.filter((wanted) => {
    const place = text.indexOf(comparableText(wanted), at);
    at = Math.max(at, place);
    return place < 0;
  });
  return [
    ...present.map((wanted) => `must not be there: ${wanted}`),
    ...repeated.map((wanted) => `not exactly once: ${wanted}`),
    ...disordered.map((wanted) => `not in order: ${wanted}`),
  ];
}

function refusalFaults(right: DocumentFailure[], failure: DocumentFailure | null): string[] {
  if (failure === null) return ['taken in, but must be refused'];
  return right.includes(failure) ? [] : [`refused as ${failure}, not as ${right.join(' or ')}`];
}

function limitFaults({ limits }: GroundTruth, { seconds, peakMb }: Extraction): string[] {
  if (!limits) return [];
  return [
    ...(seconds > limits.seconds ? [`took ${seconds.toFixed(0)} s`] : []),
    ...((peakMb ?? 0) > limits.extra_memory_mb ? [`took ${peakMb} MB`] : []),
  ];
}
