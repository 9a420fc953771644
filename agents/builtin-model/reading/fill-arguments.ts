import type { BoundTool, Property } from '@/agents/builtin-model/bound-tool';
import { fillConnected, fitsForeign } from '@/agents/builtin-model/connected/fill-connected';
import { toSimplified } from '@/knowledge/words/chinese';
import { clockOf } from './clock-of';
import { fillItem } from './fill-item';
import { asksForRange, fillMoment, isMoment } from './fill-moment';
import { readChoice } from './read-choice';
import { readFlag } from './read-flag';
import { readFreeAnswer, readFreeText, readMarkedText } from './read-free-text';
import type { Clock } from './read-moment';
import { readAmount, readCurrency } from './read-number';
import { readPattern } from './read-pattern';
import { readQuantity } from './read-quantity';
import { readShift } from './read-shift';
import type { ArgumentValue, Said } from './said';

export interface FilledArguments {
  values: Record<string, ArgumentValue>;
  /** Arguments to be asked for that the person has not told yet, in the schema's order. */
  missing: string[];
}

/** Fills a tool's arguments from the person's own words by its JSON schema. Nothing is invented. */
export function fillArguments(tool: BoundTool, said: Said[], clock: Clock): FilledArguments {
  const values: Record<string, ArgumentValue> = {};
  // "Make it two": a bare number, where no day or time may be meant by it.
  const takesBare = !Object.values(tool.properties).some(isMoment);
  const isRange = asksForRange(Object.keys(tool.properties));
  const inOneSpelling = said.map((each) => ({ ...each, text: toSimplified(each.text) }));
  for (const [name, property] of Object.entries(tool.properties)) {
    const isRequired = tool.required.includes(name);
    // What people read again is left as it was written.
    const usable = (isFreeText(property) ? said : inOneSpelling).filter(
      ({ isEarlier }) => !isEarlier || (isRequired && isCarried(property)),
    );
    const placed = isMoment(property) ? clockOf(property, values, clock) : clock;
    const value = fillOne(name, property, usable, {
      clock: placed,
      takesBare,
      isRange,
      isRequired,
      isOwn: !tool.connected,
    });
    if (value !== undefined) values[name] = value;
  }
  const all = tool.connected ? fillConnected(tool, values, said) : values;
  return {
    values: all,
    missing: tool.required.filter(
      (name) => all[name] === undefined && !tool.properties[name]?.isNeeded,
    ),
  };
}

/** A text in words of the person's own. */
export function isFreeText({ type, pattern, format, enum: choices }: Property): boolean {
  return type === 'string' && !pattern && !format && !choices;
}

/** Ids, choices and days keep their meaning from one request to the next: "book that day". */
function isCarried(property: Property): boolean {
  return property.enum !== undefined || property.pattern !== undefined || isMoment(property);
}

interface FillingOne {
  clock: Clock;
  takesBare: boolean;
  isRange: boolean;
  isRequired: boolean;
  /** Of a tool of the desk's own, whose arguments are known by their names. */
  isOwn: boolean;
}

/** Later words win; an answer to the very question wins over others, and a change over both. */
function fillOne(
  name: string,
  property: Property,
  said: Said[],
  { clock, takesBare, isRange, isRequired, isOwn }: FillingOne,
): ArgumentValue | undefined {
  if (isMoment(property)) return fillMoment(name, property, said, { clock, isRange });
  if (isOwn && name === 'item') return fillItem(said);
  const latestFirst = said.toReversed();
  if (isOwn && name === 'later_by_minutes') {
    return latestFirst.map(({ text }) => readShift(text)?.minutes).find(Boolean);
  }
  // Words of one's own beside the answer to another question count least: they may be that answer.
  const isOther = ({ asked }: Said) => asked !== undefined && isFreeText(property);
  const rank = (each: Said) =>
    each.isChange ? 0 : each.asked === name ? 1 : isOther(each) ? 3 : 2;
  for (const each of latestFirst.toSorted((a, b) => rank(a) - rank(b))) {
    const isBare = takesBare && each.isChange && property.type !== 'string';
    const isAnswer = isBare || rank(each) === 1;
    const value = readValue(name, property, each, { isAnswer, isRequired, isOwn });
    if (value !== undefined) return value;
  }
  return undefined;
}

function readValue(
  name: string,
  property: Property,
  { text, isChange = false }: Said,
  { isAnswer, isRequired, isOwn }: { isAnswer: boolean; isRequired: boolean; isOwn: boolean },
): ArgumentValue | undefined {
  if (property.enum) {
    return name === 'currency' ? readOffered(property, text) : readChoice(text, property);
  }
  if (property.type === 'boolean') return readFlag(name, text, property, { isAnswer });
  if (property.type === 'integer' || property.type === 'number') {
    return readQuantity(name, property, text, { isAnswer });
  }
  if (property.type === 'array' && isAnswer)
    return text.split(/[,，、;；\n]|\band\b/).map((part) => part.trim());
  if (property.type !== 'string') return undefined;
  if (property.format === 'email')
    return /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/.exec(text)?.[0];
  if (property.pattern)
    return readPattern(text, property.pattern, {
      isNamed: isAnswer || isRequired,
      isAnswer: isAnswer || isChange,
    });
  if (property.format) return undefined;
  const free = isAnswer
    ? readFreeAnswer(name, text)
    : isOwn
      ? readFreeText(name, text, { isChange })
      : readMarkedText(name, text);
  return free && fitsForeign(free, property) ? free : undefined;
}

/** The currency of an amount; one that is named without any is of no account. */
function readOffered(property: Property, text: string): string | undefined {
  const currency = readAmount(text) === undefined ? undefined : readCurrency(text, property.enum);
  return currency && property.enum?.includes(currency) ? currency : undefined;
}
