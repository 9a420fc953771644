import { makePdf } from './make-pdf';

/** A file of a made collection. */
export interface ShelfFile {
  filename: string;
  content: Uint8Array | string;
}

/** Files of several formats and lengths, each with words of its own; the same for the same count. */
export function makeShelf(count: number): ShelfFile[] {
  return Array.from({ length: count }, (_, n) => makers[n % makers.length]?.(n) ?? text(n));
}

const sentence = (n: number, line: number) =>
  `Rule ${n}.${line}: whoever opens drawer ${line} of cabinet ${n} signs the list beside it.`;

const lines = (n: number, length: number) => Array.from({ length }, (_, line) => sentence(n, line));

function pdf(n: number): ShelfFile {
  const page = (first: number) =>
    lines(n, 40).map((_, line) => ({ text: sentence(n, first + line), y: 740 - line * 17 }));
  const pages = Array.from({ length: 20 + (n % 5) * 10 }, (_, number) => page(number * 40));
  return { filename: `cabinet-${n}.pdf`, content: makePdf(pages) };
}

function markdown(n: number): ShelfFile {
  const parts = lines(n, 60).map((line, at) => `## Drawer ${at}\n\n${line}`);
  return { filename: `cabinet-${n}.md`, content: `# Cabinet ${n}\n\n${parts.join('\n\n')}` };
}

function csv(n: number): ShelfFile {
  const rows = lines(n, 400).map((line, at) => `${n}-${at},"${line}"`);
  return { filename: `cabinet-${n}.csv`, content: ['id,rule', ...rows].join('\n') };
}

function text(n: number): ShelfFile {
  return { filename: `cabinet-${n}.txt`, content: lines(n, 200).join('\n\n') };
}

const makers = [pdf, markdown, csv, text, pdf];
