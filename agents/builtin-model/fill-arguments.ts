import { readConsent } from '@/agents/guards/consent-words';
import type { BoundTool, Property } from './bound-tool';
import { readChoice } from './read-choice';
import { type Clock, readMoment, toInstant } from './read-moment';
import { readAmount, readCurrency, readNumber } from './read-number';
import { readPattern } from './read-pattern';

/** Something the person said for a tool call; `asked` names the argument it was the answer to. */
export interface Said {
  text: string;
  asked?: string;
}

export type ArgumentValue = string | number | boolean;

export interface FilledArguments {
  values: Record<string, ArgumentValue>;
  /** Required arguments that the person has not told yet, in the schema's order. */
  missing: string[];
}

/** Fills a tool's arguments from the person's own words by its JSON schema. Nothing is invented. */
export function fillArguments(tool: BoundTool, said: Said[], clock: Clock): FilledArguments {
  const values: Record<string, ArgumentValue> = {};
  for (const [name, property] of Object.entries(tool.properties)) {
    const value = fillOne(name, property, said, clock);
    if (value !== undefined) values[name] = value;
  }
  return { values, missing: tool.required.filter((name) => values[name] === undefined) };
}

/** Later words win, and an answer to the very question wins over all others. */
function fillOne(
  name: string,
  property: Property,
  said: Said[],
  clock: Clock,
): ArgumentValue | undefined {
  if (isMoment(property)) return fillMoment(property, said, clock);
  const answers = said.filter(({ asked }) => asked === name).toReversed();
  const others = said.filter(({ asked }) => asked !== name).toReversed();
  for (const each of [...answers, ...others]) {
    const value = readValue(name, property, each.text, answers.includes(each));
    if (value !== undefined) return value;
  }
  return undefined;
}

function readValue(
  name: string,
  property: Property,
  text: string,
  isAnswer: boolean,
): ArgumentValue | undefined {
  if (property.enum) {
    return name === 'currency' ? readOffered(property, text) : readChoice(text, property);
  }
  if (property.type === 'boolean') return isAnswer ? readFlag(text) : undefined;
  if (property.type === 'integer' || property.type === 'number') {
    return readQuantity(name, property, text, isAnswer);
  }
  if (property.type !== 'string') return undefined;
  if (property.format === 'email') return /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(text)?.[0];
  if (property.pattern) return readPattern(text, property.pattern);
  if (property.format) return undefined;
  return isAnswer ? text.trim() : readFreeText(name, text);
}

function readOffered(property: Property, text: string): string | undefined {
  const currency = readCurrency(text);
  return currency && property.enum?.includes(currency) ? currency : undefined;
}

function readFlag(text: string): boolean | undefined {
  const consent = readConsent(text);
  return consent === undefined ? undefined : consent === 'yes';
}

const isAboutMoney = /amount|price|total|金额|价格/i;

function readQuantity(
  name: string,
  property: Property,
  text: string,
  isAnswer: boolean,
): number | undefined {
  const isMoney = isAboutMoney.test(`${name} ${property.description ?? ''}`);
  const value = isMoney
    ? (readAmount(text) ?? (isAnswer ? readNumber(text) : undefined))
    : readNumber(text);
  return value !== undefined && property.type === 'integer' && !Number.isInteger(value)
    ? undefined
    : value;
}

/** Free text is only taken from where a person marks it: because …, 因为 …, under the name …. */
const marks: Record<string, RegExp> = {
  reason:
    /(?:\bbecause(?: of)?|\bsince|\bas it|\bdue to|\breason(?: is|:)?|因为|由于|原因是?[:：]?)\s*(.+)/i,
  name: /(?:\bunder the name(?: of)?|\bmy name is|\bi am called|我叫|名字是|姓名是?[:：]?)\s*([\p{L}][\p{L}' -]{0,60})/iu,
};

function readFreeText(name: string, text: string): string | undefined {
  const mark = Object.entries(marks).find(([kind]) => name.endsWith(kind))?.[1];
  return mark
    ?.exec(text)?.[1]
    ?.trim()
    .replace(/[.。!！]+$/, '');
}

function isMoment({ format, pattern }: Property): boolean {
  return format === 'date' || format === 'date-time' || format === 'time' || isTimeOfDay(pattern);
}

/** A pattern for `HH:MM`, which JSON schema has no format for. */
function isTimeOfDay(pattern: string | undefined): boolean {
  return (
    pattern !== undefined &&
    pattern !== '' &&
    /^\^?[^A-Za-z]*:[^A-Za-z]*\$?$/.test(pattern.replaceAll(String.raw`\d`, ''))
  );
}

/** Day and time may come in two messages: "on Friday", and later "at ten". */
function fillMoment(property: Property, said: Said[], clock: Clock): string | undefined {
  const spoken = said.map(({ text }) => readMoment(text, clock)).toReversed();
  const day = spoken.find((moment) => moment.day)?.day;
  const time = spoken.find((moment) => moment.time)?.time;
  if (property.format === 'date') return day;
  if (property.format !== 'date-time') return time;
  return day && time ? toInstant(day, time, clock.timeZone).toISOString() : undefined;
}
