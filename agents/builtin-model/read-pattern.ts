const longestText = 2_000;

function withoutAnchors(pattern: string): string {
  return pattern.replace(/^\^/, '').replace(/\$$/, '');
}

/** The fixed letters an id begins with: `SO-` of `^SO-\d{5}$`. */
function prefixOf(pattern: string): string {
  return /^\^?([A-Za-z]{1,8}-?)(?=\\d|\[0-9)/.exec(pattern)?.[1] ?? '';
}

function fits(pattern: string, value: string): string | undefined {
  const whole = new RegExp(`^(?:${withoutAnchors(pattern)})$`);
  return [value, value.toUpperCase(), value.toLowerCase()].find((spelling) => whole.test(spelling));
}

function matchesIn(text: string, pattern: string): string[] {
  const inText = new RegExp(
    String.raw`(?<![\p{Script=Latin}\d])(?:${withoutAnchors(pattern)})(?![\p{Script=Latin}\d])`,
    'giu',
  );
  return text.normalize('NFKC').slice(0, longestText).match(inText) ?? [];
}

/** Whether a whole id of this pattern stands in a text. */
export function holdsId(text: string, pattern: string): boolean {
  return matchesIn(text, pattern).length > 0;
}

/**
 * The last value in a text that fits a JSON schema `pattern`, in the spelling that fits. An id
 * may be told without its fixed letters ("order 10001" for `SO-10001`), if it is the one number.
 */
export function readPattern(text: string, pattern: string): string | undefined {
  const found = matchesIn(text, pattern).at(-1);
  if (found !== undefined) return fits(pattern, found);
  const numbers = text.slice(0, longestText).match(/(?<![\w-])\d+(?![\w-])/g) ?? [];
  const prefix = prefixOf(pattern);
  return prefix !== '' && numbers.length === 1
    ? fits(pattern, `${prefix}${numbers[0]}`)
    : undefined;
}
