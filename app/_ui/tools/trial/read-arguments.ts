import type { Property } from '../schema-properties';
import { fieldKindOf } from './field-kind';

/** What is typed, by argument. */
export type TypedArguments = Record<string, string>;

/** Arguments as the operation takes them, and those that do not fit, with why. */
export interface ReadArguments {
  args: Record<string, unknown>;
  faults: Record<string, 'missing' | 'number' | 'json'>;
}

/** Reads what was typed. What was left empty is left out. */
export function readArguments(properties: Property[], typed: TypedArguments): ReadArguments {
  const read: ReadArguments = { args: {}, faults: {} };
  for (const property of properties) {
    const { name, isRequired } = property;
    const text = typed[name] ?? '';
    if (text.trim() === '') {
      if (isRequired) read.faults[name] = 'missing';
      continue;
    }
    const value = readValue(property, text);
    if (value === undefined) {
      read.faults[name] = fieldKindOf(property).kind === 'json' ? 'json' : 'number';
    } else read.args[name] = value;
  }
  return read;
}

/** Undefined when the text is no such value. */
function readValue(property: Property, text: string): unknown {
  const field = fieldKindOf(property);
  const { schema } = property;
  if (field.kind === 'choice') return optionOf(schema, text);
  if (field.kind === 'boolean') return text === 'true';
  if (field.kind === 'number') return readNumber(text, field.isWhole);
  if (field.kind === 'instant') return new Date(text).toISOString();
  if (field.kind === 'json') return readJson(text);
  return text;
}

/** The option itself: a number or a word, as the schema has it. */
function optionOf(schema: Record<string, unknown>, text: string): unknown {
  const options = Array.isArray(schema.enum) ? schema.enum : [schema.const];
  return options.find((option) => String(option) === text);
}

function readNumber(text: string, isWhole: boolean): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) && (!isWhole || Number.isInteger(value)) ? value : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
