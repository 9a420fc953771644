import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  createWorker,
  type Line,
  OEM,
  PSM,
  type RecognizeOptions,
  type Worker,
} from 'tesseract.js';
import { processGlobal } from '@/lib/process-global';
import { leanModel } from './lean-model';

/**
 * What print is read with, the best for most words first. Of the two readings of Chinese one knows
 * figures and signs among characters better, the other rare characters: each word is taken from the
 * one that is surest of it.
 */
const models = [
  { name: 'eng', file: '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz' },
  { name: 'chi_int', file: '@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz' },
  { name: 'chi_sim', file: '@tesseract.js-data/chi_sim/4.0.0/chi_sim.traineddata.gz' },
];
const unpack = promisify(gunzip);
const require = createRequire(import.meta.url);

/** A line of print that was found in a picture, with its words when these were read. */
export type PrintedLine = Line;

/** Where lines of print stand, in any direction, without reading them: a tenth of the time. */
export function findLines(picture: Uint8Array): Promise<PrintedLine[]> {
  return look(picture, PSM.AUTO, 'layoutBlocks');
}

/**
 * Reads the lines of a picture as one column: what stands beside each other stays in one line, as
 * the rows of tables need it. As one block it passes over nothing, and takes more for print.
 */
export function readLines(picture: Uint8Array, as: 'column' | 'block'): Promise<PrintedLine[]> {
  return look(picture, as === 'column' ? PSM.SINGLE_COLUMN : PSM.SINGLE_BLOCK, 'blocks');
}

interface Block {
  paragraphs: { lines: Line[] }[];
}

async function look(
  picture: Uint8Array,
  mode: PSM,
  output: 'blocks' | 'layoutBlocks',
): Promise<PrintedLine[]> {
  const worker = await printWorker();
  // Options that the library has no type for are passed on, and hold for this picture only.
  const options: Partial<RecognizeOptions> & Record<string, string> = {
    tessedit_pageseg_mode: mode,
    user_defined_dpi: '200',
    // What it has to say of pictures that it cannot make sense of is of no use in our output.
    debug_file: '/dev/null',
  };
  const { data } = await worker.recognize(Buffer.from(picture), options, {
    text: false,
    [output]: true,
  });
  const found: Partial<Record<typeof output, Block[] | null>> = data;
  return (found[output] ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) => lines),
  );
}

/** The one worker of this process, a thread that ends with it. Starting it takes most of a second. */
function printWorker(): Promise<Worker> {
  return processGlobal('print-worker', startWorker);
}

/** The worker reads its models from one folder, as long as it starts. */
async function startWorker(): Promise<Worker> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'frontdesk-ocr-'));
  try {
    for (const { name, file } of models) {
      const model = await unpack(await readFile(require.resolve(file)));
      await writeFile(path.join(folder, `${name}.traineddata`), leanModel(model));
    }
    const names = models.map(({ name }) => name);
    const places = { langPath: folder, cacheMethod: 'none', gzip: false };
    return await createWorker(names, OEM.LSTM_ONLY, places);
  } finally {
    await rm(folder, { recursive: true });
  }
}
