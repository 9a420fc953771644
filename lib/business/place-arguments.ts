import type { JsonSchema } from '@/lib/json-schema/json-schema';
import { isJsonObject } from '@/lib/shared/json-object';
import type { ArgumentPlace, ObjectSchema, ParameterStyle } from './api-operation';

/** A parameter with what it refers to put in. */
export interface Parameter {
  name: string;
  in: string;
  isRequired: boolean;
  isExploded: boolean;
  style?: ParameterStyle;
  schema: JsonSchema;
}

/** Headers that the desk fills, or that HTTP itself does. */
const ownHeaders = new Set([
  'idempotency-key',
  'authorization',
  'accept',
  'content-type',
  'content-length',
  'host',
  'cookie',
  'connection',
  'transfer-encoding',
  'user-agent',
  'accept-encoding',
  'expect',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'upgrade',
]);

/** The name of the one argument that is the whole body, where that is no object. */
const wholeBody = 'body';

interface Placed {
  input: ObjectSchema;
  places: Record<string, ArgumentPlace>;
  /** Parameters that are no arguments: names of headers of ours, and `cookie` where one is needed. */
  hidden: Set<string>;
}

/**
 * One flat list of arguments of parameters and body. Two of the same name are told apart by where
 * they go.
 * @param identityHeader is filled by the desk, so nobody gives it
 */
export function placeArguments(
  parameters: readonly Parameter[],
  body: JsonSchema | undefined,
  isBodyRequired: boolean,
  identityHeader?: string,
): Placed {
  const input: ObjectSchema = { type: 'object', properties: {}, required: [] };
  const places: Record<string, ArgumentPlace> = {};
  const hidden = new Set<string>();
  const add = (place: ArgumentPlace, schema: JsonSchema, isRequired: boolean) => {
    let { name } = place;
    while (Object.hasOwn(places, name)) name = `${name}_in_${place.in}`;
    if (schema.readOnly === true || name === '__proto__') return;
    places[name] = place;
    input.properties[name] = schema;
    if (isRequired) input.required.push(name);
  };
  for (const parameter of parameters) {
    const { name, in: place, isRequired, schema } = parameter;
    if (place === 'cookie' && isRequired) hidden.add('cookie');
    const lower = name.toLowerCase();
    const isOurs = ownHeaders.has(lower) || lower === identityHeader?.toLowerCase();
    if (place === 'header' && isOurs) hidden.add(lower);
    else if (place === 'path' || place === 'header' || place === 'query') {
      add({ in: place, name, ...writing(parameter) }, schema, isRequired);
    }
  }
  if (!body) return { input, places, hidden };
  if (!isJsonObject(body.properties)) {
    add({ in: 'whole-body', name: wholeBody }, body, isBodyRequired);
    return { input, places, hidden };
  }
  const required = Array.isArray(body.required) ? body.required : [];
  for (const [name, schema] of Object.entries(body.properties)) {
    if (isJsonObject(schema)) add({ in: 'body', name }, schema, required.includes(name));
  }
  return { input, places, hidden };
}

/** How it is written, as far as that is not the way of its place. */
function writing({ in: place, isExploded, style }: Parameter): Partial<ArgumentPlace> {
  const isTold = isExploded || place === 'query';
  return { ...(isTold && { isExploded }), ...(style && { style }) };
}
