/** A message of a chat completion, as far as its place in a history is concerned. */
interface HistoryMessage {
  role: string;
  content?: unknown;
  tool_call_id?: string | undefined;
  tool_calls?: { id: string; function: { name: string; arguments: string } }[] | undefined;
}

/**
 * What the strictest providers would refuse of a history; undefined where there is nothing. They
 * want one system message, first; people and assistant in turns; nothing empty; every call answered
 * right after it, once, under an id that no other call has, with arguments that are an object.
 */
export function historyFault(messages: HistoryMessage[]): string | undefined {
  const [first, ...others] = messages;
  const said = first?.role === 'system' ? others : messages;
  if (said[0]?.role !== 'user') return 'a person must begin';
  const ids = new Set<string>();
  const open = new Set<string>();
  let before = '';
  for (const message of said) {
    const fault = faultOfPlace(message, before, open) ?? faultOfCalls(message, ids);
    if (fault) return fault;
    for (const { id } of message.tool_calls ?? []) open.add(id);
    before = message.role;
  }
  if (open.size > 0) return 'a call has no result';
  return before === 'assistant' ? 'there is nothing to answer' : undefined;
}

/** @param open ids of calls that wait for their result; the one that this message brings is taken out */
function faultOfPlace(
  { role, content, tool_call_id, tool_calls = [] }: HistoryMessage,
  before: string,
  open: Set<string>,
): string | undefined {
  if (role === 'system') return 'a second system message';
  if (role === 'tool' && !open.delete(tool_call_id ?? '')) return 'a result without a call';
  if (role !== 'tool' && open.size > 0) return 'a call has no result right after it';
  if (role !== 'tool' && role === before) return `two messages of the ${role}`;
  const isEmpty = String(content ?? '').trim() === '';
  return isEmpty && tool_calls.length === 0 ? 'an empty message' : undefined;
}

function faultOfCalls({ tool_calls = [] }: HistoryMessage, ids: Set<string>): string | undefined {
  for (const { id, function: called } of tool_calls) {
    if (ids.has(id)) return `a second call of the id ${id}`;
    if (!/^[\w-]{1,64}$/.test(called.name)) return `no name of a tool: ${called.name}`;
    if (!isObject(called.arguments)) return `arguments that are no object: ${called.arguments}`;
    ids.add(id);
  }
  return undefined;
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    // No JSON is no object either.
    return false;
  }
}
