import { chineseNumber } from '@/agents/builtin-model/reading/read-chinese-number';

const weekday =
  /\b(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/gi;
const hour = String.raw`(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`;
const clock = new RegExp(
  [
    String.raw`\b(?:half|(?:a )?quarter|five|ten|twenty) (?:past|to) ${hour}\b(?:\s?[ap]\.?m\b\.?)?`,
    String.raw`\b${hour}(?:[:.]\d{2})?\s?(?:[ap]\.?m\b\.?|o['’]?clock\b)`,
    String.raw`\b\d{1,2}:\d{2}\b`,
    String.raw`\bat ${hour}\b(?! [a-z]*s\b)`,
    String.raw`\b(?:noon|midday)\b`,
  ].join('|'),
  'gi',
);
/** No sum is longer: a search for endless ones would block the process. */
const figure = String.raw`(?<!\d[,.]?)\d[\d,.]{0,14}`;
const money = new RegExp(
  String.raw`(?:s\$|us\$|\$)\s?\d[\d,.]*|\b(?:${figure}|twenty|thirty|forty|fifty|sixty|[a-z]+teen|ten|a hundred(?: and [a-z]+)?) ?(?:dollars|bucks|sgd)\b`,
  'gi',
);
const chineseWeekday = /(?:周|星期|礼拜)[一二三四五六日天]/g;
const chineseClock = new RegExp(
  `(?:${chineseNumber}|\\d{1,2})点(?:半|[一三]刻|钟|(?:${chineseNumber}|\\d{1,2})分?)?|\\d{1,2}[:：]\\d{2}`,
  'g',
);
const chineseMoney = new RegExp(
  `(?:(?<!\\d\\.?)\\d[\\d.]{0,14}|${chineseNumber})(?:块钱?|元|新元)\\d?`,
  'g',
);

/**
 * A request in which every weekday, hour and amount of money is the same one: which it is tells
 * nothing of what is asked for. Simplified characters are given.
 */
export function withAlikeValues(text: string): string {
  return text
    .replaceAll(clock, '3 pm')
    .replaceAll(/\b(?:tmrw?|tmw|tml|tomoro|2moro)\b/gi, 'tomorrow')
    .replaceAll(weekday, 'friday')
    .replaceAll(money, '20 dollars')
    .replaceAll(chineseWeekday, '周五')
    .replaceAll(chineseClock, '三点')
    .replaceAll(chineseMoney, '20块');
}
