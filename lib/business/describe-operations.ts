import { canonicalJson } from '@/lib/canonical-json';
import { sha256 } from '@/lib/ids';
import type { JsonSchema } from '@/lib/json-schema/json-schema';
import { listFields } from '@/lib/json-schema/response-fields';
import { isJsonObject } from '@/lib/shared/json-object';
import type { ApiOperation, ObjectSchema, OperationProblem } from './api-operation';
import { DocumentFault } from './document-fault';
import { contentSchema, ownType } from './json-content';
import type { ApiDocument } from './parse-document';
import { placeArguments } from './place-arguments';
import { readParameters } from './read-parameters';
import { LostReference, SchemaReader, SchemaTooLarge } from './schema-reader';

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;
/** More operations than this in one document are not read. */
const most = 2_000;

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
    const parameters = readParameters(reader, found);
    const { body, isRequired, type: bodyType, problem } = bodyOf(reader, raw);
    const answer = responseOf(reader, raw);
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
      ...(bodyType !== undefined && { bodyType }),
      ...(answer.type !== undefined && { answerType: answer.type }),
      outputs: listFields(answer.schema),
      problem: problem ?? (hidden.has('cookie') ? 'needs_cookie' : leadsElsewhere(path)),
    };
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    const input: ObjectSchema = { type: 'object', properties: {}, required: [] };
    return { ...known, takesKey: false, input, places: {}, hasBody: false, outputs: [], problem };
  }
}

/** A path that steps up would leave what stands before it in the address. */
function leadsElsewhere(path: string): OperationProblem | undefined {
  // As addresses are read: without line breaks, and with slashes of either kind.
  const read = path.replace(/[\t\r\n]/g, '').replaceAll('\\', '/');
  const isStep = /\/(?:\.|%2e){1,2}(?=[/?#]|$)/i.test(read);
  return isStep ? 'leads_elsewhere' : undefined;
}

function problemOf(error: unknown): OperationProblem | undefined {
  if (error instanceof SchemaTooLarge) return 'too_large';
  return error instanceof LostReference ? 'lost_reference' : undefined;
}

function bodyOf(
  reader: SchemaReader,
  raw: JsonSchema,
): { body?: JsonSchema; type?: string; isRequired: boolean; problem?: OperationProblem } {
  const request = reader.resolve(raw.requestBody);
  if (!request) return { isRequired: false };
  const isRequired = request.required === true;
  // A document that says nothing of the body's form leaves it to be JSON.
  if (request.content === undefined) return { body: {}, isRequired };
  const schema = contentSchema(request.content);
  if (schema === undefined) return { isRequired, problem: isRequired ? 'body_type' : undefined };
  return { body: reader.read(schema), type: ownType(request.content), isRequired };
}

function responseOf(reader: SchemaReader, raw: JsonSchema): { schema?: JsonSchema; type?: string } {
  const responses = isJsonObject(raw.responses) ? raw.responses : {};
  const status = Object.keys(responses).find((each) => /^2(\d\d|XX)$/i.test(each));
  const response = status === undefined ? undefined : reader.resolve(responses[status]);
  const schema = contentSchema(response?.content);
  return schema === undefined
    ? {}
    : { schema: reader.read(schema), type: ownType(response?.content) };
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
