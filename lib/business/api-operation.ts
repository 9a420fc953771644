import type { JsonSchema } from './json-schema';

/** Where an argument goes in the request, and what it is called there. */
export interface ArgumentPlace {
  in: 'path' | 'query' | 'header' | 'body' | 'whole-body';
  name: string;
  /** For lists in the query: one `name=value` each, rather than values separated by commas. */
  isExploded?: boolean;
}

/** One operation of an API, as its document describes it. */
export interface ApiOperation {
  operationId: string;
  method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{name}` for parameters; follows the base address. */
  path: string;
  summary: string;
  /** Only reads, by its method. */
  isSafe: boolean;
  /** It takes an `Idempotency-Key`. */
  takesKey: boolean;
  /** All arguments, by their names here. */
  input: ObjectSchema;
  places: Record<string, ArgumentPlace>;
  /** Whether the request has a JSON body. */
  hasBody: boolean;
  /** Fields of its response as paths; `*` where the document does not say what comes. */
  outputs: string[];
  /** Why it cannot be used. */
  problem?: OperationProblem;
}

export interface ObjectSchema extends JsonSchema {
  type: 'object';
  properties: Record<string, JsonSchema>;
  required: string[];
}

/** Why an operation cannot be used; the sentence stands in `tools.problems`. */
export type OperationProblem = 'body_type' | 'needs_cookie' | 'too_large' | 'lost_reference';
