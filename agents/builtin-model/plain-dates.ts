const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const hours = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/** Ids and amounts hold figures that look like days and times: `AP-30001`, `42.50`. */
const figures =
  /(?<![A-Za-z])[A-Za-z]{2,5}-\d[\d-]*|[$€£¥￥]\s?\d[\d.,]*|(?<![\d.:])\d+\.\d\d(?![\d.]|\s?[ap]\.?m)/gi;

/** 下午 without an hour is read as a day by the parser, and as the wrong one. */
const barePartOfDay =
  /(?:上午|下午|晚上|中午|早上|傍晚|凌晨|清晨)(?!\s*[\d一二两三四五六七八九十])/g;

/** The number of the month that a day without one belongs to. */
function monthOf(day: number, today: string, isPast: boolean): number {
  const [, month = 1, date = 1] = today.split('-').map(Number);
  if (isPast) return day <= date ? month : ((month + 10) % 12) + 1;
  return day >= date ? month : (month % 12) + 1;
}

/**
 * A sentence in which days and times are named as the parser of dates knows them: `the 3rd` and
 * 3号 with their month, 礼拜三 as 星期三, half past two as 2:30. `today` is `YYYY-MM-DD`.
 */
export function plainDates(text: string, today: string, isPast: boolean): string {
  const withMonth = (day: string) => monthOf(Number(day), today, isPast);
  return text
    .normalize('NFKC')
    .replaceAll(figures, ' ')
    .replaceAll(/礼拜|禮拜/g, '星期')
    .replaceAll(barePartOfDay, ' ')
    .replaceAll(
      /(?<![\d月])(\d{1,2})[号日](?!楼|线|码)/g,
      (_, day) => `${withMonth(day)}月${day}日`,
    )
    .replaceAll(
      new RegExp(`\\bthe (\\d{1,2})(?:st|nd|rd|th)\\b(?! of| (?:${months.join('|')}))`, 'gi'),
      (_, day) => `${day} ${months[withMonth(day) - 1]}`,
    )
    .replaceAll(new RegExp(`\\bnext week,? (?:on )?(${weekday})`, 'gi'), '$1 next week')
    .replaceAll(/\bhalf past (\w+)/gi, (whole, spoken: string) => {
      const at = hours.indexOf(spoken.toLowerCase());
      const hour = at < 0 ? Number(spoken) : at + 1;
      return Number.isInteger(hour) ? `at ${hour}:30` : whole;
    });
}
