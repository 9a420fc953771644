import { z } from 'zod';
import { publicOperations } from './operations';
import type { PublicOperation } from './public-operation';

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** The OpenAPI 3.1 document of the desk's own API. */
export function publicDocument(serverUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of publicOperations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Frontdesk',
      version: '0.1.0',
      description:
        'Ask the desk, feed it, and watch over it. Errors are `{error: {code, message}}`.',
    },
    servers: [{ url: serverUrl }],
    security: [{ apiKey: [] }, { session: [] }, {}],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'frontdesk.session' },
      },
      schemas: { Error: toSchema(errorSchema) },
    },
  };
}

function describe(operation: PublicOperation) {
  return {
    operationId: operationId(operation),
    summary: operation.summary,
    parameters: parametersOf(operation),
    ...requestBody(operation),
    responses: responsesOf(operation),
  };
}

/** `post /api/chat/{id}/stop` → `postChatIdStop`. */
function operationId({ method, path }: PublicOperation): string {
  const words = path.replace('/api', '').match(/\w+/g) ?? [];
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function parametersOf({ path, query }: PublicOperation) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query ?? {}).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
  }));
  return [...inPath, ...inQuery];
}

function requestBody({ body, form }: PublicOperation) {
  if (body) {
    return {
      requestBody: { required: true, content: { 'application/json': { schema: toSchema(body) } } },
    };
  }
  if (!form) return {};
  const file = z.toJSONSchema(z.object({ file: z.string() })).properties?.file;
  const schema = {
    allOf: [toSchema(form), { type: 'object', required: ['file'], properties: { file } }],
  };
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
}

function responsesOf({ answer, faults, path }: PublicOperation) {
  const { content } = answer;
  const fault = (description: string) => ({
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  });
  const schema = typeof content === 'string' ? { type: 'string' } : content && toSchema(content);
  const mediaType = typeof content === 'string' ? content : 'application/json';
  return {
    [answer.status]: {
      description: answer.description,
      ...(schema ? { content: { [mediaType]: { schema } } } : {}),
    },
    400: fault('The request is not as described.'),
    ...(path.includes('{') ? { 404: fault('Not there, or not the caller’s to see.') } : {}),
    ...Object.fromEntries(
      Object.entries(faults ?? {}).map(([status, description]) => [status, fault(description)]),
    ),
  };
}

/** What a caller sends or gets; what cannot be said in JSON Schema is left open. */
function toSchema(schema: z.ZodType) {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  });
  return rest;
}
