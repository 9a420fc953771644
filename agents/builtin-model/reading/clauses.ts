/** A part of a text between its commas, full stops, colons and brackets. */
export interface Clause {
  text: string;
  start: number;
  end: number;
}

/** A comma of 1,200 and a full stop of 23.40 or of an id end nothing. */
const ends = /[,;:](?=\s|\p{Script=Han}|$)|[，。；：！!？?（）()\n]|\.(?=\s|$)|\s[-–—]\s/gu;

/** The clauses of a text, without the spaces around them, each where it stands. */
export function clausesIn(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  const add = (end: number) => {
    const part = text.slice(start, end);
    const from = start + part.length - part.trimStart().length;
    const kept = part.trim();
    if (kept !== '') clauses.push({ text: kept, start: from, end: from + kept.length });
  };
  for (const { index, 0: mark } of text.matchAll(ends)) {
    // What asks is known by its mark.
    add(/[?？]/.test(mark) ? index + 1 : index);
    start = index + mark.length;
  }
  add(text.length);
  return clauses;
}
