import type { JsonSchema } from '@/lib/json-schema/json-schema';
import { isJsonObject } from '@/lib/shared/json-object';

const jsonType = /^application\/(?:[\w.-]+\+)?json\b/i;
const plainJson = /^application\/json\s*(?:;\s*charset=[\w"-]+\s*)?$/i;

/** The schema of the JSON among several forms of content; `{}` where it has none. */
export function contentSchema(content: unknown): unknown {
  if (!isJsonObject(content)) return undefined;
  const type = jsonTypeOf(content);
  const media = type === undefined ? undefined : content[type];
  if (type === undefined) return undefined;
  return isJsonObject(media) ? (media.schema ?? {}) : {};
}

/** JSON as such, where it is among the forms, and otherwise the first that is of JSON. */
function jsonTypeOf(content: JsonSchema): string | undefined {
  const types = Object.keys(content).filter((each) => jsonType.test(each) || each === '*/*');
  return types.find((each) => plainJson.test(each)) ?? types[0];
}

/** What a form of JSON is called, where it is not JSON as such. */
export function ownType(content: unknown): string | undefined {
  const type = isJsonObject(content) ? jsonTypeOf(content) : undefined;
  if (type === undefined || !/^application\/[\x20-\x7e]+$/i.test(type)) return undefined;
  return plainJson.test(type) ? undefined : type;
}
