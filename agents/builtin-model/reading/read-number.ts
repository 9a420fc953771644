import { chineseNumber, readChineseNumber } from './read-chinese-number';

const englishNumbers = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen twenty',
]
  .join(' ')
  .split(' ');
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** What names one currency, and no other. */
const currencies: [code: string, pattern: RegExp][] = [
  ['SGD', /(?<!u)s\$|\bsgd\b|新元|新币|新加坡元/i],
  ['HKD', /hk\$|\bhkd\b|港币|港元/i],
  ['USD', /us\$|\busd\b|\b(?:us|american) dollars?\b|美元|美金/i],
  ['EUR', /€|\beur\b|\beuros?\b|欧元/i],
  ['GBP', /£|\bgbp\b|\bpounds?\b|英镑/i],
  ['JPY', /\b(?:jpy|yen)\b|日元|日圆/i],
  ['CNY', /[¥￥]|\b(?:cny|rmb|yuan)\b|人民币/i],
];

/** What several currencies are called, most of all that of the place: `$`, dollars, 元, 块. */
const shared: [codes: string[], pattern: RegExp][] = [
  [['SGD', 'USD', 'HKD'], /\$|\bdollars?\b|\bbucks?\b/i],
  [['CNY', 'SGD', 'USD', 'HKD'], /元|块/],
];

const figure = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const before = String.raw`(?:s\$|us\$|hk\$|[$€£¥￥]|\b(?:sgd|usd|eur|gbp|cny|rmb|hkd|jpy)\b)`;
const after = String.raw`(?:[$€£]|(?:sgd|usd|eur|gbp|cny|rmb|hkd|jpy|(?:(?:us|singapore) )?dollars?|bucks|euros?|pounds?|yuan|yen)\b|元|块|新元|新币|美元|美金|欧元|英镑|港币|港元|日元)`;
const money = new RegExp(
  String.raw`${before}\s?(${figure})|(?<![\w.-])(${figure})\s?${after}|(${chineseNumber})\s?${after}`,
  'i',
);
/** Two decimals are written for money, times are written otherwise. */
const cents = /(?<![\w.:,/-])(\d{1,3}(?:,\d{3})+\.\d\d|\d+\.\d\d)(?![\w.:/-]|\s?[ap]\.?m|点)/i;
/** A number that stands alone, not a piece of an id, a date or a time. */
const plainNumber = new RegExp(String.raw`(?<![\w.:/-])(${figure})(?![\w:/-]|\.\d|点|号|月|日|年)`);
const small = `(?:(?:${englishTens.join('|')})(?:[ -](?:${englishNumbers.slice(1, 10).join('|')}))?|${englishNumbers.toReversed().join('|')})`;
const spelled = `(?:(?:an?|${englishNumbers.slice(1, 10).join('|')}) hundred(?:(?: and)? ${small})?|${small})`;
const spelledMoney = new RegExp(
  String.raw`\b(${spelled}) (?:(?:us|singapore) )?(?:dollars?|bucks|euros?|pounds?|yuan)\b`,
  'i',
);
const spelledNumber = new RegExp(String.raw`\b${spelled}\b`, 'i');
/** 27块8 is 27.80: what stands behind the sign counts tenths. */
const withTenths = new RegExp(
  String.raw`(${figure}|${chineseNumber})[块元]([\d一二两三四五六七八九])(?:毛|角)?(?![\d十百个件])`,
);
/** What was paid or is to be paid back is an amount without any sign, unless something is counted. */
const paid = new RegExp(
  String.raw`(?:\b(?:paid|pay|spent|cost|costs|was|were|came to|comes to|total(?:led)?|refund(?: me)?(?: of| for)?|amount(?: is| of)?|sum of|credit of|discount of|back) (?:me )?(?:about |only |just |the )?|(?:花|付|用|垫|交)了?(?:我)?|(?:总共|一共|共|合计|金额是?|退款?我?|退还|赔我?))\s?(${figure}|${chineseNumber})(?=\s*(?:$|[,;!?，。；！？)）、]|\.(?!\d)|(?:and|please|pls|myself|would|should|will|is|in|on|from|by|back|total|with|last|yesterday|today|to)\b|[吧就给我了可行先帮]))`,
  'iu',
);

/**
 * The ISO code of the currency that a text names. A sign of several currencies is the first of
 * those offered, as people mean that of the place.
 */
export function readCurrency(text: string, offered: string[] = []): string | undefined {
  const named = currencies.find(([, pattern]) => pattern.test(text))?.[0];
  if (named) return named;
  const codes = shared.find(([, pattern]) => pattern.test(text))?.[0] ?? [];
  return offered.find((code) => codes.includes(code)) ?? codes[0];
}

const toNumber = (digits: string) => Number(digits.replaceAll(',', ''));

/** An amount of money with its currency sign or word, e.g. `$1,200.50`, `80元` or 四十块. */
export function readAmount(text: string): number | undefined {
  const plain = text.normalize('NFKC');
  const [, whole, tenth] = withTenths.exec(plain) ?? [];
  if (whole !== undefined && tenth !== undefined) {
    return toNumber(`${toValue(whole)}.${toValue(tenth)}`);
  }
  const [, prefixed, followed, inChinese] = money.exec(plain) ?? [];
  const digits = prefixed ?? followed;
  if (digits !== undefined) return toNumber(digits);
  if (inChinese !== undefined) return readChineseNumber(inChinese);
  const inWords = spelledMoney.exec(plain)?.[1];
  if (inWords !== undefined) return readSpelled(inWords);
  const exact = cents.exec(plain)?.[1];
  if (exact !== undefined) return toNumber(exact);
  const unmarked = paid.exec(plain)?.[1];
  return unmarked === undefined ? undefined : toValue(unmarked);
}

const toValue = (text: string) => (/\d/.test(text) ? toNumber(text) : readChineseNumber(text));

/** A number below a thousand in English words: forty, twenty-five, a hundred and fifty. */
function readSpelled(text: string): number | undefined {
  const words =
    spelledNumber
      .exec(text)?.[0]
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  if (words.length === 0) return undefined;
  return words.reduce((sum, word) => {
    if (word === 'hundred') return Math.max(sum, 1) * 100;
    const ten = englishTens.indexOf(word);
    return sum + (ten >= 0 ? 20 + 10 * ten : Math.max(englishNumbers.indexOf(word), 0));
  }, 0);
}

/** A number in digits, or one in words. */
export function readNumber(text: string): number | undefined {
  const digits = plainNumber.exec(text)?.[1];
  if (digits !== undefined) return toNumber(digits);
  const inWords = readSpelled(text);
  if (inWords !== undefined) return inWords;
  const whole = new RegExp(`^\\s*(${chineseNumber})[。.!！]?\\s*$`).exec(text)?.[1];
  const counted = new RegExp(`(${chineseNumber})(?=[个件份位人名间次箱台只])`).exec(text)?.[1];
  const inChinese = counted ?? whole;
  return inChinese === undefined ? undefined : readChineseNumber(inChinese);
}
