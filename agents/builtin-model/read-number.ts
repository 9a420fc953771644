const englishNumbers = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen twenty',
]
  .join(' ')
  .split(' ');
const chineseDigits = '零一二三四五六七八九十';

const currencies: [code: string, pattern: RegExp][] = [
  ['USD', /\$|\busd\b|\bdollars?\b|美元|美金/i],
  ['EUR', /€|\beur\b|\beuros?\b|欧元/i],
  ['GBP', /£|\bgbp\b|\bpounds?\b|英镑/i],
  ['CNY', /[¥￥]|\b(?:cny|rmb|yuan)\b|元|块|人民币/i],
];

const figure = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const money = new RegExp(
  String.raw`(?:[$€£¥￥]|\b(?:usd|eur|gbp|cny|rmb)\b)\s?(${figure})|(${figure})\s?(?:[$€£]|(?:usd|eur|gbp|cny|rmb|dollars?|euros?|pounds?|yuan)\b|元|块|美元|欧元)`,
  'i',
);
/** A number that stands alone, not a piece of an id, a date or a time. */
const plainNumber = new RegExp(String.raw`(?<![\w.:/-])(${figure})(?![\w:/-]|\.\d|点|号|月|日|年)`);

/** The ISO code of the currency that a text names. */
export function readCurrency(text: string): string | undefined {
  return currencies.find(([, pattern]) => pattern.test(text))?.[0];
}

/** An amount of money with its currency sign or word, e.g. `$1,200.50` or `80元`. */
export function readAmount(text: string): number | undefined {
  const match = money.exec(text);
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}

/** A number in digits, or a small one in words. */
export function readNumber(text: string): number | undefined {
  const digits = plainNumber.exec(text)?.[1];
  if (digits !== undefined) return Number(digits.replaceAll(',', ''));
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const spelled = words.find((word) => englishNumbers.includes(word));
  if (spelled) return englishNumbers.indexOf(spelled);
  const counted = /([一二两三四五六七八九十])(?=[个件份位人名间次箱台只])/.exec(text)?.[1];
  return counted === undefined ? undefined : chineseDigits.indexOf(counted.replace('两', '二'));
}
