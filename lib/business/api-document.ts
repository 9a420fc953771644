import { z } from 'zod';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

const parameterSchema = z.looseObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean().default(false),
});

const operationSchema = z.looseObject({
  operationId: z.string().optional(),
  parameters: z.array(parameterSchema).default([]),
  requestBody: z.looseObject({}).optional(),
});

/** The parts of an OpenAPI 3 document that are needed to call it. */
export const apiDocumentSchema = z.looseObject({
  openapi: z.string().regex(/^3\./),
  paths: z.record(z.string(), z.partialRecord(z.enum(methods), operationSchema).and(z.unknown())),
});
export type ApiDocument = z.infer<typeof apiDocumentSchema>;

/** One operation, as its document describes it. */
export interface ApiOperation {
  method: (typeof methods)[number];
  path: string;
  parameters: z.infer<typeof parameterSchema>[];
  hasBody: boolean;
}

/** @throws Error when the document has no operation of this name: a mistake of ours. */
export function requireOperation(document: ApiDocument, operationId: string): ApiOperation {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation?.operationId !== operationId) continue;
      const { parameters, requestBody } = operation;
      return { method, path, parameters, hasBody: requestBody !== undefined };
    }
  }
  throw new Error(`The API document has no operation ${operationId}.`);
}
