import { ModelFault } from '../model-fault';

/** Fields of a server-sent event that carry nothing of an answer. */
const otherField = /^(:|event:|id:|retry:|\s*$)/;

/**
 * The data of a line of server-sent events; null where it has none.
 * @throws ModelFault `garbled` for a line that is none: a part of the answer may be lost with it
 */
export function readSse(line: string): string | null {
  if (line.startsWith('data:')) return line.slice(line.charCodeAt(5) === 32 ? 6 : 5);
  if (otherField.test(line)) return null;
  throw new ModelFault('garbled');
}

/**
 * @throws ModelFault `garbled` for what is no JSON; without the parser's error, which quotes the
 * answer and would stand in the log
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ModelFault('garbled');
  }
}
