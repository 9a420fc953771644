import { zonedInstant } from '@/lib/time-zone';
import type { Property } from './bound-tool';
import { readMeantMoment } from './meant-moment';
import { type Clock, readMoment } from './read-moment';
import type { Said } from './said';

/** Whether an argument is a day, a time of day or an instant. */
export function isMoment({ format, pattern }: Property): boolean {
  return format === 'date' || format === 'date-time' || format === 'time' || isTimeOfDay(pattern);
}

/** A pattern such as `^[0-2]\\d:[0-5]\\d$` for `HH:MM`, which JSON schema has no format for. */
function isTimeOfDay(pattern: string | undefined): boolean {
  const shape = pattern?.replaceAll(String.raw`\d`, '') ?? '';
  return shape !== '' && /^\^?[^A-Za-z]*:[^A-Za-z]*\$?$/.test(shape);
}

const namesAnEnd = /^(?:to|until|end|last)(?:_|$)|_(?:to|until|end)$/;

const namesABeginning = /^(?:from|start|first|since)(?:_|$)/;

/** Whether a tool asks from when and until when, and not to when something is moved. */
export function asksForRange(names: string[]): boolean {
  return names.some((name) => namesABeginning.test(name));
}

/** What somebody has done lies behind them: "on Tuesday" is the last one then. */
const namesThePast = /^(?:spent|paid|bought|received|happened)_/;

/**
 * Day and time may come in two messages: "on Friday", and later "at ten". Later words win.
 * @param isRange whether the first and the last day are asked for
 */
export function fillMoment(
  name: string,
  { format }: Property,
  said: Pick<Said, 'text' | 'isChange'>[],
  { clock, isRange }: { clock: Clock; isRange: boolean },
): string | undefined {
  const isPast = namesThePast.test(name);
  const isEnd = namesAnEnd.test(name);
  // A range has a first and a last day; what is moved has one that it is moved to.
  const isMoved = isEnd && !isRange;
  const spoken = said
    .map(({ text, isChange = false }) =>
      isPast || (isRange && !isChange)
        ? readMoment(text, clock, { isPast })
        : readMeantMoment(text, clock, { isMoved: isMoved || isChange }),
    )
    .toReversed();
  const day = spoken.map((moment) => (isEnd ? moment.lastDay : moment.day)).find(Boolean);
  const time = spoken.map((moment) => (isEnd ? moment.lastTime : moment.time)).find(Boolean);
  if (format === 'date') return day;
  if (format !== 'date-time') return time;
  return day && time ? zonedInstant(day, time, clock.timeZone).toISOString() : undefined;
}
