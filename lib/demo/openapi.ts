import { z } from 'zod';
import type { Operation } from './operation';
import { operations } from './operations';

const problemSchema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
  },
  required: ['title', 'status', 'code'],
};

/** The OpenAPI 3.1 document of the demo company, made from its operations. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] ??= {};
    Object.assign(paths[operation.path] ?? {}, { [operation.method]: describe(operation) });
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lanternway',
      version: '1.0.0',
      description: 'Orders, invoices and appointments of Lanternway, an electronics shop.',
    },
    servers: [{ url: '/api/demo' }],
    security: [{ service: [] }],
    paths,
    components: {
      securitySchemes: { service: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
  };
}

function describe(operation: Operation) {
  return {
    operationId: operation.id,
    summary: operation.summary,
    parameters: [
      ...parameters('path', operation.params),
      ...parameters('query', operation.query),
      ...headers(operation),
    ],
    ...(operation.body && {
      requestBody: { required: true, content: json(schemaOf(operation.body, 'input')) },
    }),
    responses: {
      200: { description: 'Done', content: json(schemaOf(operation.response, 'output')) },
      default: {
        description: 'Refused',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

function parameters(place: 'path' | 'query', schema: z.ZodObject | undefined) {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function headers(operation: Operation) {
  const header = (name: string, required: boolean) => ({
    name,
    in: 'header',
    required,
    schema: { type: 'string' },
  });
  return [
    ...(operation.speaksFor === 'anybody' ? [] : [header('X-Account-Id', true)]),
    ...(operation.method === 'post' ? [header('Idempotency-Key', false)] : []),
  ];
}

function schemaOf(schema: z.ZodObject, io: 'input' | 'output') {
  const { $schema: _version, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

function json(schema: unknown) {
  return { 'application/json': { schema } };
}
