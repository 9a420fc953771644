import path from 'node:path';
import { parseInChild } from '@/knowledge/child-process/parse-in-child';
import { chunkElements } from '@/knowledge/chunking/chunk-elements';
import { DocumentError } from '@/knowledge/parsers/document-error';
import { limits } from '@/knowledge/parsers/limits';
import { print, printJson, printTable } from '../output';
import { readGroundTruth } from './ground-truth';
import { type DocumentScore, type Extraction, type Share, scoreDocument } from './score-document';

/** What `eval documents` reports; counts of all files. */
export interface DocumentsReport {
  /** Of documents that hold text. */
  snippets: Share;
  /** Of every snippet that has a page, pictures of text included. */
  pages: { right: number; total: number };
  cells: Share;
  /** Snippets of documents that are pictures of text. */
  ocr: Share;
  /** Notes, attachments, headers. */
  optional: Share;
  awkward: { passed: number; total: number };
  byFormat: Record<string, Share>;
  byLanguage: Record<string, Share>;
  files: DocumentScore[];
}

/**
 * `frontdesk eval documents <dir>`: reads every file of `<dir>/files` as ingestion does, in a
 * process with its limits, cuts it into chunks, and scores both against `<dir>/ground_truth`.
 * @throws Error when a folder is missing, ZodError for a ground truth of another shape
 */
export async function evalDocuments(
  directory: string,
  options: { json?: boolean } = {},
): Promise<DocumentsReport> {
  const files: DocumentScore[] = [];
  for (const truth of await readGroundTruth(directory)) {
    files.push(scoreDocument(truth, await extract(path.join(directory, truth.file))));
  }
  const report = sumUp(files);
  if (options.json) printJson(report);
  else printReport(report);
  return report;
}

async function extract(file: string): Promise<Extraction> {
  const startedAt = performance.now();
  let peakMb: number | null = null;
  const onPeak = (bytes: number) => {
    peakMb = Math.round(bytes / 1e6);
  };
  const made = (outcome: Pick<Extraction, 'elements' | 'chunks' | 'failure'>): Extraction => ({
    ...outcome,
    seconds: Math.round(performance.now() - startedAt) / 1000,
    peakMb,
  });
  try {
    // A process of its own for each file, so that memory is measured per file.
    const request = { path: file, filename: path.basename(file) };
    const { elements } = await parseInChild(request, { heapMb: limits.heapMb, onPeak });
    return made({ elements, chunks: chunkElements(elements), failure: null });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return made({ elements: [], chunks: [], failure: error.failure });
  }
}

/** Adds the figures of single files. */
export function sumUp(files: DocumentScore[]): DocumentsReport {
  const awkward = files.filter((file) => file.awkward);
  return {
    snippets: sum(files.map(({ snippets }) => snippets)),
    pages: files.reduce(
      (all, { pages }) => ({ right: all.right + pages.right, total: all.total + pages.total }),
      { right: 0, total: 0 },
    ),
    cells: sum(files.map(({ cells }) => cells)),
    ocr: sum(files.map(({ ocr }) => ocr)),
    optional: sum(files.map(({ optional }) => optional)),
    awkward: { passed: awkward.filter(({ isRight }) => isRight).length, total: awkward.length },
    byFormat: sumBy(files, ({ format }) => format),
    byLanguage: sumBy(files, ({ language }) => language),
    files,
  };
}

function sum(shares: Share[]): Share {
  return shares.reduce(
    (all, { found, total }) => ({ found: all.found + found, total: all.total + total }),
    { found: 0, total: 0 },
  );
}

/** Snippets and cells of each group. */
function sumBy(
  files: DocumentScore[],
  keyOf: (file: DocumentScore) => string,
): Record<string, Share> {
  const groups = [...Map.groupBy(files, keyOf)].map(([key, group]) => {
    const shares = group.flatMap(({ snippets, ocr, cells }) => [snippets, ocr, cells]);
    return [key, sum(shares)] as const;
  });
  return Object.fromEntries(groups.filter(([, { total }]) => total > 0).sort());
}

function printReport({ files, byFormat, byLanguage, ...report }: DocumentsReport): void {
  const show = ({ found, total }: Share) => (total === 0 ? '' : `${found}/${total}`);
  const showPages = ({ right, total }: { right: number; total: number }) =>
    show({ found: right, total });
  printTable([
    ['file', 'snippets', 'ocr', 'pages', 'cells', 'optional', 'refused as', 's', 'MB', ''],
    ...files.map((score) => [
      path.basename(score.file),
      show(score.snippets),
      show(score.ocr),
      showPages(score.pages),
      show(score.cells),
      show(score.optional),
      score.failure ?? '',
      score.seconds.toFixed(1),
      String(score.peakMb ?? '?'),
      score.isRight ? 'right' : (score.faults[0] ?? ''),
    ]),
  ]);
  print('');
  printTable([
    ['snippets', 'pages', 'cells', 'ocr', 'optional', 'awkward'],
    [
      show(report.snippets),
      showPages(report.pages),
      show(report.cells),
      show(report.ocr),
      show(report.optional),
      show({ found: report.awkward.passed, total: report.awkward.total }),
    ],
  ]);
  print('', 'Snippets and cells found, by format and by language:');
  const groups = Object.entries({ ...byFormat, ...byLanguage });
  printTable([groups.map(([name]) => name), groups.map(([, share]) => show(share))]);
}
