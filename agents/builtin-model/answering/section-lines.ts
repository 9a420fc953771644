/** A line of a passage that may be quoted. */
export interface SectionLine {
  line: string;
  /** The title it stands under; empty where there is none. */
  section: string;
}

const markdownTitle = /^#{1,6}\s+/;
const rule = /^[|:\s-]+$/;
/** In words; a Chinese character counts as half of one. */
const longestTitle = 14;

function wordsOf(line: string): number {
  const han = line.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han / 2 + (line.replace(/\p{Script=Han}/gu, ' ').match(/\S+/g)?.length ?? 0);
}

/** Short, without the end of a sentence, and neither item nor row. */
function isShortAndOpen(line: string): boolean {
  const isOther = /[。！!；;：:…，,.]["”’」』）)]?$| \| |^[-*•·|]\s?/.test(line);
  return !isOther && wordsOf(line) <= longestTitle;
}

/** The like of «Client: Acme Ltd» is short and open too, and no title. */
function looksLikeTitle(line: string): boolean {
  return isShortAndOpen(line) && !/[:：]\s*\S/.test(line);
}

/** Titles stand one below the other; that of the document may have a colon. */
function isTitleParagraph(lines: string[], isFirst: boolean): boolean {
  if (lines.every(looksLikeTitle)) return true;
  const last = lines.at(-1) ?? '';
  return isFirst && lines.length > 1 && lines.every(isShortAndOpen) && looksLikeTitle(last);
}

/**
 * The lines of a passage without its titles, each with the title above it. A title is a line of its
 * own in Markdown's spelling, or a paragraph of nothing but title-like lines with text after it.
 */
export function sectionLines(text: string): SectionLine[] {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) =>
    paragraph
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !rule.test(line)),
  );
  let section = '';
  return paragraphs.flatMap((lines, at) => {
    const isLast = at === paragraphs.length - 1;
    const isTitles = isTitleParagraph(lines, at === 0);
    const isTitle = (line: string) => markdownTitle.test(line) || (!isLast && isTitles);
    return lines.flatMap((line) => {
      if (!isTitle(line)) return [{ line, section }];
      section = line.replace(markdownTitle, '');
      return [];
    });
  });
}
