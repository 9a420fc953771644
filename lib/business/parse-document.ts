import { parse as parseYaml } from 'yaml';
import { maxDocumentLength } from '@/lib/shared/connections';
import { DocumentFault } from './document-fault';
import { isJsonObject, type JsonSchema } from './json-schema';

/** More aliases than this in YAML are there to make a small file a large one. */
const maxAliases = 200;

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
  return toApiDocument(readText(text));
}

/**
 * Takes a value for an OpenAPI document, if it is one.
 * @throws DocumentFault `not_openapi`, `swagger_2`, `version`, `outside_reference`
 */
export function toApiDocument(value: unknown): ApiDocument {
  if (!isJsonObject(value)) throw new DocumentFault('not_openapi');
  if (typeof value.swagger === 'string') throw new DocumentFault('swagger_2', value.swagger);
  const { openapi, paths } = value;
  if (typeof openapi !== 'string') throw new DocumentFault('not_openapi');
  if (!/^3\.[01](\.|$)/.test(openapi)) throw new DocumentFault('version', openapi.slice(0, 20));
  if (!isJsonObject(paths)) throw new DocumentFault('no_operations');
  requireOwnReferences(value);
  return { ...value, openapi, paths };
}

function readText(text: string): unknown {
  const body = text.replace(/^\uFEFF/, '');
  try {
    return /^\s*[{[]/.test(body)
      ? JSON.parse(body)
      : parseYaml(body, { maxAliasCount: maxAliases, logLevel: 'error' });
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
    throw new DocumentFault('unreadable', detail.slice(0, 200), { cause });
  }
}

/** What a document refers to outside of itself is never fetched: it could lead anywhere. */
function requireOwnReferences(document: JsonSchema): void {
  const open: unknown[] = [document];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const reference = isJsonObject(next) ? next.$ref : undefined;
    if (typeof reference === 'string' && !reference.startsWith('#')) {
      throw new DocumentFault('outside_reference', reference.slice(0, 200));
    }
    open.push(...Object.values(next));
  }
}
