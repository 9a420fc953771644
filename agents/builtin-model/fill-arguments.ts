import { readConsent } from '@/agents/guards/consent-words';
import type { BoundTool, Property } from './bound-tool';
import { fillMoment, isMoment } from './fill-moment';
import { readChoice } from './read-choice';
import { readFreeAnswer, readMarkedText } from './read-free-text';
import type { Clock } from './read-moment';
import { readCurrency } from './read-number';
import { readPattern } from './read-pattern';
import { readQuantity } from './read-quantity';

/** Something the person said for a tool call. */
export interface Said {
  text: string;
  /** The argument it was the answer to. */
  asked?: string;
  /** Said just before, for another tool: a day or an id named there may still be meant. */
  isEarlier?: boolean;
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
    const isRequired = tool.required.includes(name);
    const usable = said.filter(
      ({ isEarlier }) => !isEarlier || (isRequired && isCarried(property)),
    );
    const value = fillOne(name, property, usable, clock);
    if (value !== undefined) values[name] = value;
  }
  return { values, missing: tool.required.filter((name) => values[name] === undefined) };
}

/** Ids, choices and days keep their meaning from one request to the next: "book that day". */
function isCarried(property: Property): boolean {
  return property.enum !== undefined || property.pattern !== undefined || isMoment(property);
}

/** Later words win, and an answer to the very question wins over all others. */
function fillOne(
  name: string,
  property: Property,
  said: Said[],
  clock: Clock,
): ArgumentValue | undefined {
  if (isMoment(property)) return fillMoment(name, property, said, clock);
  const latestFirst = said.toReversed();
  const answers = latestFirst.filter(({ asked }) => asked === name);
  const others = latestFirst.filter(({ asked }) => asked !== name);
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
    return readQuantity(name, property, text, { isAnswer });
  }
  if (property.type !== 'string') return undefined;
  if (property.format === 'email')
    return /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/.exec(text)?.[0];
  if (property.pattern) return readPattern(text, property.pattern);
  if (property.format) return undefined;
  return isAnswer ? readFreeAnswer(name, text) : readMarkedText(name, text);
}

function readOffered(property: Property, text: string): string | undefined {
  const currency = readCurrency(text);
  return currency && property.enum?.includes(currency) ? currency : undefined;
}

function readFlag(text: string): boolean | undefined {
  const consent = readConsent(text);
  return consent === undefined ? undefined : consent === 'yes';
}
