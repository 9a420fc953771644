/**
 * Text in the form in which extracted and expected text are compared: Unicode NFKC, lower case,
 * without white space, zero-width characters and soft hyphens, quotes and dashes made plain.
 */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/**
 * `comparableText` for table cells: thousands separators and currency signs go, and dates read
 * year-month-day however they are written.
 */
export function comparableCell(text: string): string {
  const twoDigits = (digits: string) => digits.padStart(2, '0');
  return comparableText(text)
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/\p{Sc}/gu, '')
    .replace(
      /(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?(?!\d)/g,
      (_date, year: string, month: string, day: string) =>
        `${year}-${twoDigits(month)}-${twoDigits(day)}`,
    );
}

/**
 * How much some window of `text` is like `wanted`: 1 − edit distance / length of `wanted`, at
 * least 0 (Sellers' algorithm, 1980: the window may begin and end anywhere).
 */
export function bestSimilarity(text: string, wanted: string): number {
  if (wanted === '') return 1;
  if (text.includes(wanted)) return 1;
  let column = Array.from({ length: wanted.length + 1 }, (_, index) => index);
  let least = wanted.length;
  for (const character of text) {
    const next = [0];
    for (let row = 1; row <= wanted.length; row += 1) {
      const replaced = (column[row - 1] ?? 0) + (wanted[row - 1] === character ? 0 : 1);
      next[row] = Math.min(replaced, (column[row] ?? 0) + 1, (next[row - 1] ?? 0) + 1);
    }
    column = next;
    least = Math.min(least, next[wanted.length] ?? least);
  }
  return 1 - least / wanted.length;
}
