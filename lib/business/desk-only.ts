import type { JsonSchema } from '@/lib/json-schema/json-schema';
import type { ObjectSchema } from './api-operation';

/**
 * The extension that marks a field of a body which the desk's own tools alone may fill, such as who
 * agreed to something.
 */
export const deskOnly = 'x-desk-only';

/** The arguments of an operation that can be given to others: to admins, specialists and models. */
export function withoutDeskOnly(input: ObjectSchema): ObjectSchema {
  const isMarked = (field: JsonSchema) => field[deskOnly] === true;
  if (!Object.values(input.properties).some(isMarked)) return input;
  const open = Object.entries(input.properties).filter(([, field]) => !isMarked(field));
  const properties = Object.fromEntries(open);
  const required = input.required.filter((name) => Object.hasOwn(properties, name));
  return { ...input, properties, required };
}
