const digits = '零一二三四五六七八九';
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/**
 * The characters of a whole number in Chinese, for patterns. None that people write is longer; a
 * search for endless ones in a message of nothing else would block the process.
 */
export const chineseNumber = '[零一二两三四五六七八九十百千万]{1,20}';

/**
 * A whole number in Chinese characters, e.g. 四十 or 一千二百; 两百五 is 250. Undefined for
 * anything else.
 */
export function readChineseNumber(text: string): number | undefined {
  if (!new RegExp(`^${chineseNumber}$`).test(text)) return undefined;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 1;
  for (const character of text.replaceAll('两', '二')) {
    const unit = units[character];
    if (unit === undefined) {
      digit = digits.indexOf(character);
      if (digit === 0) lastUnit = 1;
      continue;
    }
    if (unit === 10_000) {
      total += (section + (digit ?? 0)) * unit;
      section = 0;
    } else {
      section += (digit ?? 1) * unit;
    }
    lastUnit = unit;
    digit = undefined;
  }
  // 两百五: a last digit without its unit counts the next smaller one; 二十五 is no such case.
  const isShort = digit !== undefined && lastUnit >= 100;
  return total + section + (digit ?? 0) * (isShort ? lastUnit / 10 : 1);
}
