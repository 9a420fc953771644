import type { BoundTool, Property } from './bound-tool';
import { clockOf } from './clock-of';
import { fillConnected, fitsForeign } from './connected/fill-connected';
import { fillMoment, isMoment } from './fill-moment';
import { readChoice } from './read-choice';
import { readFlag } from './read-flag';
import { readFreeAnswer, readMarkedText } from './read-free-text';
import type { Clock } from './read-moment';
import { readAmount, readCurrency } from './read-number';
import { readPattern } from './read-pattern';
import { readQuantity } from './read-quantity';
import type { ArgumentValue, Said } from './said';

export interface FilledArguments {
  values: Record<string, ArgumentValue>;
  /** Required arguments that the person has not told yet, in the schema's order. */
  missing: string[];
}

/** Fills a tool's arguments from the person's own words by its JSON schema. Nothing is invented. */
export function fillArguments(tool: BoundTool, said: Said[], clock: Clock): FilledArguments {
  const values: Record<string, ArgumentValue> = {};
  // "Make it two": a bare number, where no day or time may be meant by it.
  const takesBare = !Object.values(tool.properties).some(isMoment);
  for (const [name, property] of Object.entries(tool.properties)) {
    const isRequired = tool.required.includes(name);
    const usable = said.filter(
      ({ isEarlier }) => !isEarlier || (isRequired && isCarried(property)),
    );
    const placed = isMoment(property) ? clockOf(property, values, clock) : clock;
    const value = fillOne(name, property, usable, { clock: placed, takesBare });
    if (value !== undefined) values[name] = value;
  }
  const all = tool.connected ? fillConnected(tool, values, said) : values;
  return { values: all, missing: tool.required.filter((name) => all[name] === undefined) };
}

/** Ids, choices and days keep their meaning from one request to the next: "book that day". */
function isCarried(property: Property): boolean {
  return property.enum !== undefined || property.pattern !== undefined || isMoment(property);
}

/** Later words win; an answer to the very question wins over others, and a change over both. */
function fillOne(
  name: string,
  property: Property,
  said: Said[],
  { clock, takesBare }: { clock: Clock; takesBare: boolean },
): ArgumentValue | undefined {
  if (isMoment(property)) return fillMoment(name, property, said, clock);
  const latestFirst = said.toReversed();
  const rank = ({ isChange, asked }: Said) => (isChange ? 0 : asked === name ? 1 : 2);
  for (const each of latestFirst.toSorted((a, b) => rank(a) - rank(b))) {
    const isBare = takesBare && each.isChange && property.type !== 'string';
    const value = readValue(name, property, each.text, isBare || rank(each) === 1);
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
  if (property.type === 'boolean') return readFlag(text, property, { isAnswer });
  if (property.type === 'integer' || property.type === 'number') {
    return readQuantity(name, property, text, { isAnswer });
  }
  if (property.type === 'array' && isAnswer)
    return text.split(/[,，、;；\n]|\band\b/).map((part) => part.trim());
  if (property.type !== 'string') return undefined;
  if (property.format === 'email')
    return /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/.exec(text)?.[0];
  if (property.pattern) return readPattern(text, property.pattern);
  if (property.format) return undefined;
  const free = isAnswer ? readFreeAnswer(name, text) : readMarkedText(name, text);
  return free && fitsForeign(free, property) ? free : undefined;
}

/** The currency of an amount; one that is named without any is of no account. */
function readOffered(property: Property, text: string): string | undefined {
  const currency = readAmount(text) === undefined ? undefined : readCurrency(text, property.enum);
  return currency && property.enum?.includes(currency) ? currency : undefined;
}
