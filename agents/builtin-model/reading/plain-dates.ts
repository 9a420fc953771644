import { addDays, isoWeekday } from '@/lib/time-zone';
import { plainChineseHours, plainEnglishHours } from './plain-hours';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/** Ids and amounts hold figures that look like days and times: `AP-30001`, `42.50`. */
const figures =
  /(?<![A-Za-z])[A-Za-z]{2,5}-\d[\d-]*|#\d[\d-]*|[$€£¥￥]\s?\d[\d.,]*|(?<![\d.:])\d+\.\d\d(?![\d.]|\s?[ap]\.?m)/gi;

/** How long something takes, or is moved by, is no time of day: "half an hour with an adviser". */
const durations =
  /(?<!\bin )\b(?:half an|an|one|two|three|four|five|ten|fifteen|twenty|thirty|\d+)[ -](?:hours?|hrs?|minutes?|mins?)\b(?! (?:from now|ago))|(?:半个?|[一两二三\d]+个?半?)小时(?!后|以后|之后|前)|[\d一二三四五六七八九十]+分钟(?!后|以后|之后|前)/gi;

/** How many days something is moved by names no day: it is counted from when it was to be. */
const daysMoved =
  /\b(?:an?|one|two|three|four|five|ten|\d+) (?:days?|weeks?) (?:later|earlier|sooner)\b|(?:往后|向后|往前|向前|推后|推迟|延后|延迟|顺延|提前|提早)[推延挪移调]?[一两二三四十\d]+个?(?:天|日|周|星期|礼拜)/gi;

/** That something is to be done at once names no time for it; nor does "the same time", 同一时间. */
const noTimes = /(?<!\bfrom )\b(?:right |just )?now\b|现在|目前|眼下|同一?个?时间|同一时/gi;

/** 下午 without an hour is read as a day by the parser, and as the wrong one. */
const barePartOfDay =
  /(?:上午|下午|晚上|中午|早上|傍晚|凌晨|清晨)(?!\s*[\d一二两三四五六七八九十])/g;

/** The number of the month that a day without one belongs to. */
function monthOf(day: number, today: string, isPast: boolean): number {
  const [, month = 1, date = 1] = today.split('-').map(Number);
  if (isPast) return day <= date ? month : ((month + 10) % 12) + 1;
  return day >= date ? month : (month % 12) + 1;
}

/** 9/12 is September here and December there: a day that nobody can be sure of. */
function isUnclear(first: string, second: string): boolean {
  return Number(first) <= 12 && Number(second) <= 12 && first !== second;
}

/** 下下周一: the Monday of the week after the next. */
function inTwoWeeks(day: string, today: string): string {
  const nth = '一二三四五六日'.indexOf(day === '天' ? '日' : day);
  return addDays(today, 14 + nth + 1 - isoWeekday(today));
}

/**
 * A sentence in which days and times are named as the parser of dates knows them: `the 3rd` and
 * 3号 with their month, 礼拜三 as 星期三, hours in figures. `today` is `YYYY-MM-DD`.
 */
export function plainDates(text: string, today: string, isPast: boolean): string {
  const withMonth = (day: string) => monthOf(Number(day), today, isPast);
  const plain = text.normalize('NFKC');
  const named = isPast ? plain : plain.replaceAll(noTimes, ' ').replaceAll(daysMoved, ' ');
  const withFigures = plainChineseHours(plainEnglishHours(named));
  return withFigures
    .replaceAll(figures, ' ')
    .replaceAll(durations, ' ')
    .replaceAll(/礼拜|禮拜/g, '星期')
    .replaceAll(/下下个?(?:周|星期)([一二三四五六日天])/g, (_, day) => `${inTwoWeeks(day, today)} `)
    .replaceAll(
      /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/g,
      (whole, first: string, second: string) => (isUnclear(first, second) ? ' ' : whole),
    )
    .replaceAll(barePartOfDay, ' ')
    .replaceAll(
      /(?<![\d月])(\d{1,2})[号日](?!楼|线|码)/g,
      (_, day) => `${withMonth(day)}月${day}日`,
    )
    .replaceAll(
      new RegExp(`\\bthe (\\d{1,2})(?:st|nd|rd|th)\\b(?! of| (?:${months.join('|')}))`, 'gi'),
      (_, day) => `${day} ${months[withMonth(day) - 1]}`,
    )
    .replaceAll(new RegExp(`\\bnext week,? (?:on )?(${weekday})`, 'gi'), '$1 next week');
}
