import { toSimplified } from '@/knowledge/words/chinese';

const longestText = 2_000;
/** In an answer no longer than this the one number is what was asked for. */
const longestAnswer = 60;

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

/** `SO-\d{5}` and `INV-\d{4}-\d{4}` are letters and groups of figures; other patterns are no ids. */
const idShape = /^\^?([A-Za-z]{1,8})((?:-\\d\{\d(?:,\d{1,2})?\})+)\$?$/;

/** The same as people write it: SO10421, so 10421, INV 2026 0042. */
function looseOf(pattern: string): RegExp | undefined {
  const [, letters, groups] = idShape.exec(pattern) ?? [];
  if (!letters || !groups) return undefined;
  const parts = groups.slice(1).split('-');
  const figures = parts.map((part) => `(${part})`).join(String.raw`\s?[-–—_/.]?\s?`);
  return new RegExp(
    String.raw`(?<![\p{Script=Latin}\d])${letters}\s?[-–—_.:#]?\s?${figures}(?![\p{Script=Latin}\d])`,
    'giu',
  );
}

function looseIn(text: string, pattern: string): string[] {
  const loose = looseOf(pattern);
  const letters = prefixOf(pattern);
  if (!loose) return [];
  const found = text.normalize('NFKC').slice(0, longestText).matchAll(loose);
  return [...found].map(([, ...figures]) => `${letters}${figures.join('-')}`);
}

/** An id that may be told by its end alone, as `^(?:INV-\\d{4}-)?\\d{4}$`: the whole, and the end. */
function alternativesOf(pattern: string): { whole: string; end?: string } {
  const [, beginning, end] = /^\^?\(\?:([^()]+)\)\?([^()]+?)\$?$/.exec(pattern) ?? [];
  return beginning && end ? { whole: `^${beginning}${end}$`, end } : { whole: pattern };
}

/** The figures that a text says an id ends with: "ending in 0043", 尾号0043. */
function readEnd(text: string, end: string): string | undefined {
  const said = new RegExp(
    String.raw`(?:\bend(?:ing|s)?(?: (?:in|with|on))?|\b(?:last|final) (?:four|4)(?: (?:digits|numbers|figures))?(?: (?:are|is|being))?|尾[号数]|[末后][四4]位(?:数字?)?)[\s:：是为“"']{0,3}(${end})(?!\d)|(?<!\d)(${end})\s?(?:结尾|收尾)`,
    'i',
  ).exec(toSimplified(text.normalize('NFKC')).slice(0, longestText));
  return said?.[1] ?? said?.[2];
}

/** Whether a whole id of this pattern stands in a text. */
export function holdsId(text: string, pattern: string): boolean {
  const { whole } = alternativesOf(pattern);
  return matchesIn(text, whole).length > 0 || looseIn(text, whole).length > 0;
}

/** A number that stands alone: no piece of an id, an amount, a time or a unit of a flat. */
const lone =
  /(?<![\w#$€£¥￥/-]|\d[.,:]|[$€£¥￥]\s)#?(\d+(?:-\d+)?)(?![\w:/-]|[.,]\d|\s?(?:dollars?|bucks|sgd|元|块|点|号楼|[ap]\.?m\b))/gi;
const namesNumber =
  /(?:order|number|no\.?|invoice|#|单号?|订单|编号|号码|发票|账单)\W{0,3}(?:is\s|是|为)?\W{0,2}$/i;

const namesNumberBefore = /^\s?(?:号|的)?(?:[那这]张?单|订单|发票)/;

/**
 * The last value in a text that fits a JSON schema `pattern`, in the spelling that fits. An id
 * may be told without its fixed letters ("order 10001" for `SO-10001`), where no other number could
 * be it; where it need not be told, only where a word beside it says what it is.
 */
export function readPattern(
  text: string,
  pattern: string,
  { isNamed = true, isAnswer = false }: { isNamed?: boolean; isAnswer?: boolean } = {},
): string | undefined {
  const { whole, end } = alternativesOf(pattern);
  const found = readWhole(text, whole, isNamed);
  if (found !== undefined || end === undefined) return found;
  const short = text.normalize('NFKC').slice(0, longestAnswer + 1);
  const figures = short.match(new RegExp(`(?<![\\w.,-])${end}(?![\\w-])`, 'g')) ?? [];
  const isAlone = isAnswer && short.length <= longestAnswer && figures.length === 1;
  const alone = isAlone ? figures[0] : undefined;
  return alone ?? readEnd(text, end);
}

function readWhole(text: string, pattern: string, isNamed: boolean): string | undefined {
  const found = matchesIn(text, pattern).at(-1) ?? looseIn(text, pattern).at(-1);
  if (found !== undefined) return fits(pattern, found);
  const prefix = prefixOf(pattern);
  if (prefix === '') return undefined;
  const plain = text.normalize('NFKC').slice(0, longestText);
  const numbers = [...plain.matchAll(lone)].filter(
    ({ index, 0: { length } }) =>
      isNamed ||
      namesNumber.test(plain.slice(0, index)) ||
      namesNumberBefore.test(plain.slice(index + length)) ||
      (index === 0 && !/^,?\s\p{Lu}/u.test(plain.slice(length))),
  );
  const fitting = numbers.flatMap(([, number]) => fits(pattern, `${prefix}${number}`) ?? []);
  return new Set(fitting).size === 1 ? fitting[0] : undefined;
}
