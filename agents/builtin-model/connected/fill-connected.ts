import type { BoundTool, Property } from '@/agents/builtin-model/bound-tool';
import type { ArgumentValue, Said } from '@/agents/builtin-model/reading/said';
import { labelOf } from '@/agents/tools/connected/label-of';
import { readByExamples } from './read-by-examples';

type Values = Record<string, ArgumentValue>;

/** An id of any make: letters and figures in one piece, with at least one figure. */
const idToken =
  /(?<![\p{Script=Latin}\p{N}_.-])(?=[\w-]*\d)[A-Za-z0-9][\w-]{0,60}(?![\p{Script=Latin}\p{N}_])/gu;
const namesAnId = /(?:^|\b)(?:ids?|uuid|number|no|code|ref|reference|key|sku)$/;
const figures = /(?<![\p{Script=Latin}\p{N}_.:/-])-?\d+(?:\.\d+)?(?![\w:/-]|\.\d|点|号|月|日|年)/gu;
const quoted = /["“「『]([^"”」』]{1,500})["”」』]/gu;
/** "in Oslo", "for New York City": a name at the end of a question. */
const namedAtEnd =
  /\b(?:in|for|at|of|to|from|about|on|near)\s+((?:\p{Lu}[\p{L}'’-]*)(?:[ -]\p{Lu}[\p{L}'’-]*){0,4})(?:\s+(?:please|today|tomorrow|now|right now))?\s*[?.!]*\s*$/u;

/**
 * Fills what a foreign tool still needs from a request, where it can be meant by nothing else: what
 * stands behind the argument's own name, the only id, the only text in quotation marks, as many
 * numbers as are missing, the name that a question ends with, or what stands where the tool's
 * examples have theirs. Anything else is asked for.
 */
export function fillConnected(tool: BoundTool, values: Values, said: Said[]): Values {
  const filled = { ...values };
  const missing = () => tool.required.filter((name) => filled[name] === undefined);
  for (const { text, asked, isEarlier } of said.toReversed()) {
    if (asked !== undefined || isEarlier) continue;
    for (const name of missing()) {
      const value = readLabelled(name, tool.properties[name], text);
      if (value !== undefined) filled[name] = value;
    }
    Object.assign(filled, readOnly(tool, missing(), text, Object.values(filled)));
  }
  return filled;
}

/** What can only be meant for one of the arguments that are missing. */
function readOnly(tool: BoundTool, missing: string[], text: string, used: ArgumentValue[]): Values {
  const of = (isWanted: (property: Property, name: string) => boolean) =>
    missing.filter((name) => isWanted(tool.properties[name] ?? {}, name));
  const found: Values = {};
  const ids = of((property, name) => isFree(property) && isIdName(name));
  const tokens = uniqueOf(text, idToken).filter((token) => !used.includes(token));
  if (ids.length === 1 && tokens.length === 1) put(found, tool, ids[0], tokens[0]);
  const numbers = of(({ type }) => type === 'number' || type === 'integer');
  const told = [...text.normalize('NFKC').matchAll(figures)].map(([figure]) => Number(figure));
  if (numbers.length === told.length) {
    for (const [at, name] of numbers.entries()) put(found, tool, name, told[at]);
  }
  const free = of((property, name) => isFree(property) && found[name] === undefined);
  const texts = uniqueOf(text, quoted);
  if (free.length === 1 && texts.length === 1) put(found, tool, free[0], texts[0]);
  const open = free.filter((name) => found[name] === undefined && !isIdName(name));
  if (open.length === 1) put(found, tool, open[0], namedAtEnd.exec(text)?.[1]);
  const [only] = tool.required.length === 1 ? open : [];
  if (only && found[only] === undefined) put(found, tool, only, readByExamples(tool, text));
  return found;
}

const isFree = ({ type, enum: choices, pattern, format }: Property) =>
  type === 'string' && !choices && !pattern && !format;

const isIdName = (name: string) => namesAnId.test(labelOf(name).toLowerCase());

function uniqueOf(text: string, pattern: RegExp): string[] {
  return [
    ...new Set([...text.normalize('NFKC').matchAll(pattern)].map((found) => found[1] ?? found[0])),
  ];
}

function put(
  found: Values,
  { properties }: BoundTool,
  name: string | undefined,
  value: string | number | undefined,
): void {
  const property = name === undefined ? undefined : properties[name];
  if (name !== undefined && property && value !== undefined && fitsForeign(value, property)) {
    found[name] = value;
  }
}

/** Whether a value is one that the schema takes, as far as it says. */
export function fitsForeign(value: string | number, property: Property): boolean {
  if (typeof value === 'number') {
    const {
      type,
      minimum = -Infinity,
      maximum = Infinity,
      exclusiveMinimum = -Infinity,
    } = property;
    if (type === 'integer' && !Number.isInteger(value)) return false;
    return value >= minimum && value <= maximum && value > exclusiveMinimum;
  }
  const { minLength = 0, maxLength = Infinity, shape } = property;
  if (value.length < minLength || value.length > maxLength) return false;
  return shape === undefined || new RegExp(shape, 'u').test(value);
}

/** `title: Broken lamp`, «title is …», 标题是…: what stands behind the argument's own name. */
function readLabelled(
  name: string,
  property: Property | undefined,
  text: string,
): ArgumentValue | undefined {
  if (!property || !isFree(property)) return undefined;
  const labels = [labelOf(name), property.title ?? '']
    .filter((label) => label.length > 1 && label.length <= 40)
    .map((label) => label.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  if (labels.length === 0) return undefined;
  const behind = new RegExp(
    String.raw`(?<![\p{Script=Latin}\p{N}])(?:${labels.join('|')})\s*(?:is|are|to be|called|named|[:：=]|为|是)\s*["“「]?([^\n"”」,，;；。]{1,300})`,
    'iu',
  );
  const value = behind
    .exec(text)?.[1]
    ?.trim()
    .replace(/[.!?！？]+$/, '');
  return value && fitsForeign(value, property) ? value : undefined;
}
