import { load as parseYaml } from 'js-yaml';
import type { JsonSchema } from '@/lib/json-schema/json-schema';
import { maxDocumentLength } from '@/lib/shared/connections';
import { isJsonObject } from '@/lib/shared/json-object';
import { DocumentFault } from './document-fault';

/** What a document unpacks to, in characters of its texts and one for each value: aliases of YAML multiply it. */
const maxUnpacked = 2 * maxDocumentLength;
/** Nested deeper than this nothing is read, stored or shown. */
const maxDepth = 200;

/** The parts of an OpenAPI document that are read; the rest is kept as it is. */
export interface ApiDocument extends JsonSchema {
  openapi: string;
  paths: JsonSchema;
}

/**
 * Reads the text of an OpenAPI document, JSON or YAML, of version 3.0 or 3.1.
 * @throws DocumentFault
 */
export function parseDocument(text: string): ApiDocument {
  if (text.length > maxDocumentLength) throw new DocumentFault('too_large');
  // It could lead anywhere: nothing is fetched.
  if (/^\s*https?:\/\/\S+\s*$/i.test(text)) throw new DocumentFault('address');
  return toApiDocument(readText(text));
}

/**
 * Takes a value for an OpenAPI document, if it is one.
 * @throws DocumentFault `not_openapi`, `swagger_2`, `version`, `outside_reference`
 */
export function toApiDocument(value: unknown): ApiDocument {
  if (!isJsonObject(value)) throw new DocumentFault('not_openapi');
  if (typeof value.swagger === 'string') throw new DocumentFault('swagger_2', value.swagger);
  const { paths } = value;
  // Without quotes YAML takes 3.1 for a number.
  const openapi = typeof value.openapi === 'number' ? String(value.openapi) : value.openapi;
  if (typeof openapi !== 'string') throw new DocumentFault('not_openapi');
  if (!/^3\.[01](\.|$)/.test(openapi)) throw new DocumentFault('version', openapi.slice(0, 20));
  if (!isJsonObject(paths)) throw new DocumentFault('no_operations');
  walk(value);
  return { ...value, openapi, paths };
}

function readText(text: string): unknown {
  const body = text.replace(/^\uFEFF/, '');
  try {
    return /^\s*[{[]/.test(body) ? JSON.parse(body) : parseYaml(body);
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
    throw new DocumentFault('unreadable', detail.slice(0, 200), { cause });
  }
}

/**
 * Looks at every value once, as often as it is there. What a document refers to outside of itself is
 * never fetched: it could lead anywhere.
 */
function walk(document: JsonSchema): void {
  const open: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }];
  let size = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    size += 1 + (typeof value === 'string' ? value.length : 0);
    if (size > maxUnpacked || depth > maxDepth) throw new DocumentFault('too_large');
    if (typeof value !== 'object' || value === null) continue;
    const reference = isJsonObject(value) ? value.$ref : undefined;
    if (typeof reference === 'string' && !reference.startsWith('#')) {
      throw new DocumentFault('outside_reference', reference.slice(0, 200));
    }
    for (const [name, inner] of Object.entries(value)) {
      size += name.length;
      open.push({ value: inner, depth: depth + 1 });
    }
  }
}
