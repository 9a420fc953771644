import { canonicalJson } from '@/lib/canonical-json';
import { sha256 } from '@/lib/ids';
import type { ApiOperation, ObjectSchema, OperationProblem } from './api-operation';
import { DocumentFault } from './document-fault';
import { isJsonObject, type JsonSchema } from './json-schema';
import type { ApiDocument } from './parse-document';
import { type Parameter, placeArguments } from './place-arguments';
import { listFields } from './response-fields';
import { LostReference, SchemaReader, SchemaTooLarge } from './schema-reader';

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;
/** More operations than this in one document are not read. */
const most = 2_000;
const jsonType = /^application\/(?:[\w.-]+\+)?json\b/i;

/**
 * Every operation of a document, in its order. What cannot be used says why.
 * @param identityHeader the header that says whom a call is for, and so is no argument
 * @throws DocumentFault `no_operations`, `too_large`
 */
export function describeOperations(document: ApiDocument, identityHeader?: string): ApiOperation[] {
  const reader = new SchemaReader(document);
  const found: ApiOperation[] = [];
  const ids = new Map<string, number>();
  for (const [path, item] of Object.entries(document.paths)) {
    // Anything else is an extension of somebody's.
    const shared = path.startsWith('/') ? tryResolve(reader, item) : undefined;
    for (const method of methods) {
      const raw = shared && tryResolve(reader, shared[method]);
      if (!shared || !raw) continue;
      if (found.length >= most) throw new DocumentFault('too_large', `${most}`);
      const operationId = uniqueId(raw, method, path, ids);
      found.push(describe(reader, { operationId, method, path, raw, shared, identityHeader }));
    }
  }
  if (found.length === 0) throw new DocumentFault('no_operations');
  return found;
}

/** Of what an operation takes and where it is: another one means that it is not the same any more. */
export function operationHash({ method, path, input, places }: ApiOperation): string {
  return sha256(canonicalJson([method, path, input, places]));
}

interface Found {
  operationId: string;
  method: ApiOperation['method'];
  path: string;
  raw: JsonSchema;
  shared: JsonSchema;
  identityHeader?: string;
}

function describe(reader: SchemaReader, found: Found): ApiOperation {
  const { operationId, method, path, raw } = found;
  const summary = text(raw.summary) || text(raw.description) || `${method.toUpperCase()} ${path}`;
  const isSafe = method === 'get' || method === 'head';
  const known = { operationId, method, path, summary: summary.slice(0, 300), isSafe };
  reader.beginOperation();
  try {
    const parameters = parametersOf(reader, found);
    const { body, isRequired, problem } = bodyOf(reader, raw);
    const { input, places, hidden } = placeArguments(
      parameters,
      body,
      isRequired,
      found.identityHeader,
    );
    return {
      ...known,
      takesKey: hidden.has('idempotency-key'),
      input,
      places,
      hasBody: body !== undefined,
      outputs: listFields(responseOf(reader, raw)),
      problem: problem ?? (hidden.has('cookie') ? 'needs_cookie' : undefined),
    };
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    const input: ObjectSchema = { type: 'object', properties: {}, required: [] };
    return { ...known, takesKey: false, input, places: {}, hasBody: false, outputs: [], problem };
  }
}

function problemOf(error: unknown): OperationProblem | undefined {
  if (error instanceof SchemaTooLarge) return 'too_large';
  return error instanceof LostReference ? 'lost_reference' : undefined;
}

/** Those of the operation come before those of its path, of the same name and place. */
function parametersOf(reader: SchemaReader, { path, raw, shared }: Found): Parameter[] {
  const all = [raw.parameters, shared.parameters].flatMap((each) =>
    Array.isArray(each) ? each : [],
  );
  const read = new Map<string, Parameter>();
  for (const each of all) {
    const parameter = reader.resolve(each);
    const name = parameter?.name;
    const place = parameter?.in;
    if (!parameter || typeof name !== 'string' || typeof place !== 'string') continue;
    // Names of headers are the same in any case.
    const key = `${place} ${place === 'header' ? name.toLowerCase() : name}`;
    if (read.has(key)) continue;
    const schema = reader.read(parameter.schema ?? contentSchema(parameter.content) ?? {});
    const description = text(parameter.description).slice(0, 500);
    read.set(key, {
      name,
      in: place,
      isRequired: parameter.required === true || place === 'path',
      isExploded: parameter.explode !== false,
      schema: description ? { ...schema, description } : schema,
    });
  }
  return [...read.values(), ...unnamed(path, read)];
}

/** Parts of a path that the document says nothing of are texts. */
function unnamed(path: string, read: ReadonlyMap<string, Parameter>): Parameter[] {
  const names = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name));
  return [...names]
    .filter((name) => !read.has(`path ${name}`))
    .map((name) => ({
      name,
      in: 'path',
      isRequired: true,
      isExploded: true,
      schema: { type: 'string' },
    }));
}

function bodyOf(
  reader: SchemaReader,
  raw: JsonSchema,
): { body?: JsonSchema; isRequired: boolean; problem?: OperationProblem } {
  const request = reader.resolve(raw.requestBody);
  if (!request) return { isRequired: false };
  const isRequired = request.required === true;
  // A document that says nothing of the body's form leaves it to be JSON.
  if (request.content === undefined) return { body: {}, isRequired };
  const schema = contentSchema(request.content);
  if (schema === undefined) return { isRequired, problem: isRequired ? 'body_type' : undefined };
  return { body: reader.read(schema), isRequired };
}

function responseOf(reader: SchemaReader, raw: JsonSchema): JsonSchema | undefined {
  const responses = isJsonObject(raw.responses) ? raw.responses : {};
  const status = Object.keys(responses).find((each) => /^2(\d\d|XX)$/i.test(each));
  const response = status === undefined ? undefined : reader.resolve(responses[status]);
  const schema = contentSchema(response?.content);
  return schema === undefined ? undefined : reader.read(schema);
}

/** The schema of the JSON among several forms of content; `{}` where it has none. */
function contentSchema(content: unknown): unknown {
  if (!isJsonObject(content)) return undefined;
  const type = Object.keys(content).find((each) => jsonType.test(each) || each === '*/*');
  const media = type === undefined ? undefined : content[type];
  if (type === undefined) return undefined;
  return isJsonObject(media) ? (media.schema ?? {}) : {};
}

/** Its own id, or one made of method and path; never one that another operation has. */
function uniqueId(
  raw: JsonSchema,
  method: string,
  path: string,
  taken: Map<string, number>,
): string {
  const given = text(raw.operationId)
    .replace(/[^\w.-]+/g, '_')
    // Nothing but dots would be another place in an address.
    .replace(/^\.+$/, '')
    .slice(0, 100);
  const made = `${method}_${path.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '')}`.slice(
    0,
    100,
  );
  const base = given || made;
  let nth = taken.get(base) ?? 1;
  let id = base;
  while (taken.has(id)) {
    nth += 1;
    id = `${base}_${nth}`;
  }
  // Thousands may have the same one: none is counted through from the start.
  taken.set(base, nth);
  if (id !== base) taken.set(id, 1);
  return id;
}

function tryResolve(reader: SchemaReader, value: unknown): JsonSchema | undefined {
  try {
    return reader.resolve(value);
  } catch (error) {
    if (error instanceof LostReference) return undefined;
    throw error;
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
