/** Abbreviations whose full stop does not end a sentence. */
const abbreviation =
  /(?:^|[\s(.])(?:mr|mrs|ms|dr|prof|jr|sr|gen|rev|st|no|nos|vs|etc|ext|e\.g|i\.e|fig|sec|art|inc|ltd|co|corp|ca|approx|dept|est|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])\.$/i;

/** The end of a Chinese sentence, or of an English one before a space; closing quotes belong to it. */
const boundary =
  /(?<=[。！？；…][”’」』）】]*)(?![。！？；…”’」』）】])|(?<=[.!?]["”’)\]]*)\s+(?=\S)|\n+/g;

/**
 * Cuts a text into sentences, English and Chinese; joined again they are the text but for spaces
 * between them. Lines count as sentences: they were ended by the author.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  let at = 0;
  for (const found of text.matchAll(boundary)) {
    open += text.slice(at, found.index);
    at = found.index + found[0].length;
    if (found[0] === '' || found[0].includes('\n') || !abbreviation.test(open)) {
      sentences.push(open);
      open = '';
    } else open += found[0];
  }
  sentences.push(open + text.slice(at));
  return sentences.map((sentence) => sentence.trim()).filter(Boolean);
}
