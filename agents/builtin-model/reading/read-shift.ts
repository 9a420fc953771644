import { addDays } from '@/lib/time-zone';

const counts: Record<string, number> = {
  ...{ half: 0.5, a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, ten: 10, fifteen: 15 },
  ...{ twenty: 20, thirty: 30, 半: 0.5, 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 十: 10, 十五: 15 },
  ...{ 二十: 20, 三十: 30 },
};
const english = String.raw`(?<count>half(?=\s+an\b|\s+hour)|an?|one|two|three|four|five|ten|fifteen|twenty|thirty|\d{1,3})(?:\s+an)?[\s-]+(?<unit>hour|hr|minute|min|day|week)s?\b`;
const chinese = String.raw`(?<count>\d{1,3}|半|一|两|二|三|四|十五|二十|三十|十)(?:个(?<half>半)?)?(?<unit>小时|钟头|分钟|天|日(?!期)|周|星期|礼拜)`;

/** Later first, then earlier. */
const shifts: [pattern: RegExp, sign: number][] = [
  [new RegExp(String.raw`${english}\s+later\b`, 'i'), 1],
  [new RegExp(String.raw`${english}\s+(?:earlier|sooner)\b`, 'i'), -1],
  [
    new RegExp(
      String.raw`\b(?:postpone|delay|push|(?:move|shift|put)(?=[^.!?]{0,80}\bback\b))\b[^.!?]{0,60}?\b(?:back|by|for)\s+${english}(?!\s+(?:earlier|sooner))`,
      'i',
    ),
    1,
  ],
  [new RegExp(String.raw`\bbring\b[^.!?]{0,60}?\b(?:forward|by)\s+${english}`, 'i'), -1],
  [new RegExp(`(?:往后|向后|推后|推迟|延后|延迟|顺延|晚)[推延挪移调到来]?${chinese}`), 1],
  [new RegExp(`(?:往前|向前|提前|提早|早)[推挪移调到来]?${chinese}`), -1],
];

const hour = 60;
const day = 24 * hour;

function minutesOf(unit: string): number {
  if (/^(?:h|小时|钟头)/i.test(unit)) return hour;
  if (/^(?:d|天|日)/i.test(unit)) return day;
  return /^(?:w|周|星期|礼拜)/i.test(unit) ? 7 * day : 1;
}

/** By how much something is moved, from when it was to be. */
export interface Shift {
  /** Negative where it is to be earlier. */
  minutes: number;
  /** Where it stands in the text, in characters. */
  start: number;
  end: number;
}

/**
 * By how much later or earlier somebody wants something than it is: "half an hour later", 提前一小时.
 * Undefined where nobody says so.
 */
export function readShift(text: string): Shift | undefined {
  for (const [pattern, sign] of shifts) {
    const found = pattern.exec(text);
    const { count = '', unit = '', half } = found?.groups ?? {};
    const number = /^\d+$/.test(count) ? Number(count) : counts[count.toLowerCase()];
    if (!found || !number) continue;
    const minutes = sign * (number + (half ? 0.5 : 0)) * minutesOf(unit);
    return { minutes, start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

/** A time of day (`HH:MM`) so much later; undefined where that is another day. */
export function shiftedTime(time: string, { minutes }: Shift): string | undefined {
  const [hours = 0, past = 0] = time.split(':').map(Number);
  const at = hours * hour + past + minutes;
  if (at < 0 || at >= day) return undefined;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(at / hour))}:${two(at % hour)}`;
}

/** A day (`YYYY-MM-DD`) so many days later; undefined where it is moved by hours. */
export function shiftedDay(date: string, { minutes }: Shift): string | undefined {
  return minutes % day === 0 ? addDays(date, minutes / day) : undefined;
}
