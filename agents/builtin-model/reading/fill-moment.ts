import type { Property } from '@/agents/builtin-model/bound-tool';
import { zonedInstant } from '@/lib/time-zone';
import { askedPart } from './asks-for';
import { readMeantMoment } from './meant-moment';
import { type Clock, readMoment, type SpokenMoment } from './read-moment';
import { readShift, type Shift, shiftedDay, shiftedTime } from './read-shift';
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
  const spoken = said.map(({ text, isChange = false }) =>
    isPast
      ? readMoment(text, clock, { isPast })
      : isRange && !isChange
        ? readRange(text, clock)
        : readMeantMoment(text, clock, { isMoved: isMoved || isChange }),
  );
  const days = spoken.map((moment) => (isEnd ? moment.lastDay : moment.day));
  const times = spoken.map((moment) => (isEnd ? moment.lastTime : moment.time));
  const day = withShifts(days, said, (rest) => readMoment(rest, clock).day, shiftedDay);
  if (format === 'date') return day;
  const time = withShifts(times, said, (rest) => readMoment(rest, clock).time, shiftedTime);
  if (format !== 'date-time') return time;
  return day && time ? zonedInstant(day, time, clock.timeZone).toISOString() : undefined;
}

/**
 * From when until when: what a story beside the question names is no part of it, and of two days
 * the earlier one comes first, whichever was named first.
 */
function readRange(text: string, clock: Clock): SpokenMoment {
  const asked = readMoment(askedPart(text) ?? text, clock);
  const named = asked.day || asked.time ? asked : readMoment(text, clock);
  const { day, lastDay } = named;
  return day && lastDay && lastDay < day ? { ...named, day: lastDay, lastDay: day } : named;
}

/**
 * "An hour later" moves the time that was told before, "two days later" the day: earlier in the same
 * words, or in others. What is named behind it is where it is moved to.
 */
function withShifts(
  values: (string | undefined)[],
  said: Pick<Said, 'text'>[],
  namedIn: (text: string) => string | undefined,
  shifted: (value: string, shift: Shift) => string | undefined,
): string | undefined {
  return said.reduce<string | undefined>((before, { text }, nth) => {
    const told = values[nth];
    const base = told ?? before;
    const shift = readShift(text);
    if (!shift || base === undefined) return base;
    const isNew = told !== undefined && namedIn(text.slice(shift.end)) !== undefined;
    return isNew ? told : (shifted(base, shift) ?? told ?? before);
  }, undefined);
}
