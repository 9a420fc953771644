import { chineseNumber, readChineseNumber } from './read-chinese-number';

const hours = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const minutes: Record<string, number> = {
  five: 5,
  ten: 10,
  fifteen: 15,
  quarter: 15,
  'a quarter': 15,
  twenty: 20,
  'twenty-five': 25,
  half: 30,
};
const hour = String.raw`(?<![\d:.])(\d{1,2}|${hours.join('|')})`;
/** What stands behind an hour in words; "at one of your shops" is none. */
const hourEnd = String.raw`(?=\s*(?:$|[,.;:!?)]|[ap]\.?m\b|o['’]?clock|sharp|in the\b|on\b|at night|after all|instead|if\b|or\b|and\b|then\b|please|pls|today|tomorrow|this\b|next\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|works?\b|can\b|could\b|back\b|forward\b|would\b|suits?\b|is\b|for\b))`;

const two = (value: number) => String(value).padStart(2, '0');

function hourOf(spoken: string): number {
  const at = hours.indexOf(spoken.toLowerCase());
  return at < 0 ? Number(spoken) : at + 1;
}

function clock(spokenHour: string, minute: number): string {
  const at = hourOf(spokenHour);
  return minute < 0 ? `${at === 1 ? 12 : at - 1}:${two(60 + minute)}` : `${at}:${two(minute)}`;
}

/**
 * English hours as figures, as the parser of dates knows them: half past two, quarter to eleven,
 * ten thirty, at five, 3 o'clock.
 */
export function plainEnglishHours(text: string): string {
  const past = Object.keys(minutes).sort((a, b) => b.length - a.length);
  return text
    .replaceAll(/\b(at|around|by) (\d{1,2})\.(\d{2})\b(?!\.?\d)/gi, '$1 $2:$3')
    .replaceAll(
      /(?<![\d.$€£-])(\d{1,2})\.(\d{2})\s?(?=[ap]\.?m\b|in the (?:morning|afternoon|evening)\b)/gi,
      '$1:$2 ',
    )
    .replaceAll(
      new RegExp(String.raw`\b(?:at )?(${past.join('|')}) (past|to) ${hour}\b`, 'gi'),
      (_, spoken: string, side: string, at: string) => {
        const minute = minutes[spoken.toLowerCase()] ?? 0;
        return `at ${clock(at, side.toLowerCase() === 'to' ? -minute : minute)}`;
      },
    )
    .replaceAll(
      new RegExp(String.raw`\b(?:at )?half (\d{1,2}|${hours.join('|')})\b${hourEnd}`, 'gi'),
      (_, at: string) => `at ${clock(at, 30)}`,
    )
    .replaceAll(
      new RegExp(
        String.raw`(?<![\w:.])(?:at )?${hour} (fifteen|thirty|forty-five)\b(?! (?:days|minutes|dollars))`,
        'gi',
      ),
      (_, at: string, spoken: string) =>
        `at ${clock(at, { fifteen: 15, thirty: 30 }[spoken.toLowerCase()] ?? 45)}`,
    )
    .replaceAll(
      new RegExp(
        String.raw`(?<![\w:.])${hour}\s*(?:o['’]?\s?clock|(?=[ap]\.?m\b|in the (?:morning|afternoon|evening)))`,
        'gi',
      ),
      (_, at: string) => `at ${hourOf(at)} `,
    )
    .replaceAll(
      new RegExp(
        String.raw`\b(at|around|about|by|from|until|till|make it|to) (${hours.join('|')})\b${hourEnd}`,
        'gi',
      ),
      (_, word: string, at: string) => `${word} at ${hourOf(at)}`,
    )
    .replaceAll(/\bat at\b/gi, 'at')
    .replaceAll(/\b(?:midday|twelve noon|12 noon)\b/gi, 'noon');
}

const chineseMinutes = `(?:(半)|(一刻)|(三刻)|(${chineseNumber}|\\d{1,2})分?)?`;

/**
 * Chinese days and hours in figures and apart from each other: 周二十点 is Tuesday at ten, 三点一刻 is
 * 3:15, 十二月三号 is the 3rd of December.
 */
export function plainChineseHours(text: string): string {
  const mixed = text.replaceAll(
    /(?<!\p{L})(mon|tues|wednes|thurs|fri|satur|sun)day(?!\p{L})/giu,
    (whole, day: string) => (/\p{Script=Han}/u.test(text) ? chineseWeekday(day) : whole),
  );
  return mixed
    .replaceAll(/((?:周|星期)[一二三四五六日天])(?=[\d一二两三四五六七八九十])/g, '$1 ')
    .replaceAll(
      new RegExp(`(${chineseNumber})(?=[月号日](?![经程常])|月份)`, 'g'),
      (whole, spoken: string) => `${readChineseNumber(spoken) ?? whole}`,
    )
    .replaceAll(
      new RegExp(`(${chineseNumber}|\\d{1,2})点钟?(?!的?[儿几])${chineseMinutes}`, 'g'),
      (whole, spoken: string, half?: string, one?: string, three?: string, minute?: string) => {
        const at = numberOf(spoken);
        const past = half ? 30 : one ? 15 : three ? 45 : numberOf(minute ?? '0');
        return at === undefined || past === undefined || at > 24 || past > 59
          ? whole
          : `${at}点${past === 0 ? '' : `${past}分`}`;
      },
    );
}

function chineseWeekday(day: string): string {
  const nth = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'].indexOf(day.toLowerCase());
  return `星期${'一二三四五六日'.charAt(nth)} `;
}

const numberOf = (text: string) => (/^\d+$/.test(text) ? Number(text) : readChineseNumber(text));
