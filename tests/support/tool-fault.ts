/** What is offered to a model beside its messages. */
interface OfferedTool {
  function: { name: string; parameters?: unknown };
}

const object = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;

/**
 * What the strictest providers would refuse of the tools that a model is offered; undefined where
 * there is nothing. They want plain names, each once, and arguments that are an object with plain
 * names and no choice of schemas at its top.
 */
export function toolFault(tools: OfferedTool[]): string | undefined {
  const names = new Set<string>();
  for (const { function: offered } of tools) {
    if (!/^[\w-]{1,64}$/.test(offered.name)) return `no name of a tool: ${offered.name}`;
    if (names.has(offered.name)) return `two tools of the name ${offered.name}`;
    names.add(offered.name);
    const fault = schemaFault(offered.parameters);
    if (fault) return `${offered.name}: ${fault}`;
  }
  return undefined;
}

function schemaFault(parameters: unknown): string | undefined {
  const schema = object(parameters);
  if (schema?.type !== 'object') return 'arguments that are no object';
  const properties = object(schema.properties);
  if (!properties) return 'arguments without properties';
  const choice = ['oneOf', 'anyOf', 'allOf'].find((name) => name in schema);
  if (choice) return `${choice} at the top`;
  const name = Object.keys(properties).find((each) => !/^[a-zA-Z0-9_.-]{1,64}$/.test(each));
  return name === undefined ? undefined : `no name of an argument: ${name}`;
}
