import { isJsonObject } from '@/lib/shared/json-object';

/** An argument of an operation, as far as forms need to know it. */
export interface Property {
  name: string;
  /** Its JSON type; of several the first that is not null. */
  type: string | undefined;
  isRequired: boolean;
  /** With nothing referred to elsewhere. */
  schema: Record<string, unknown>;
}

/** The arguments of a JSON schema of type object: those that are needed first. */
export function propertiesOf(input: Record<string, unknown>): Property[] {
  const required = Array.isArray(input.required) ? input.required : [];
  const properties = isJsonObject(input.properties) ? input.properties : {};
  return Object.entries(properties)
    .map(([name, value]) => {
      const schema = resolve(value, input);
      return { name, type: typeOf(schema), isRequired: required.includes(name), schema };
    })
    .sort((a, b) => Number(b.isRequired) - Number(a.isRequired));
}

/** Follows references inside the schema, a few at most, for they may lead in a circle. */
function resolve(value: unknown, root: Record<string, unknown>): Record<string, unknown> {
  let schema = isJsonObject(value) ? value : {};
  for (let step = 0; step < 5 && typeof schema.$ref === 'string'; step++) {
    const { $ref, ...beside } = schema;
    schema = { ...lookUp(String($ref), root), ...beside };
  }
  return schema;
}

function lookUp(reference: string, root: Record<string, unknown>): Record<string, unknown> {
  if (!reference.startsWith('#/')) return {};
  const names = reference
    .slice(2)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const found = names.reduce<unknown>(
    (part, name) => (isJsonObject(part) ? part[name] : undefined),
    root,
  );
  return isJsonObject(found) ? found : {};
}

function typeOf({ type }: Record<string, unknown>): string | undefined {
  if (typeof type === 'string') return type;
  if (!Array.isArray(type)) return undefined;
  const types = type.filter((one) => one !== 'null');
  return types.length === 1 && typeof types[0] === 'string' ? types[0] : undefined;
}
