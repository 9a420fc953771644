import type { JsonSchema } from '@/lib/json-schema/json-schema';

/** How a parameter is written where that is not the usual way of its place; `fields`: each field of an object by its own name. */
export const parameterStyles = {
  query: ['deepObject', 'spaceDelimited', 'pipeDelimited', 'fields', 'json'],
  path: ['label', 'matrix', 'json'],
  header: ['json'],
} as const;
export type ParameterStyle = (typeof parameterStyles)[keyof typeof parameterStyles][number];

/** Where an argument goes in the request, and what it is called there. */
export interface ArgumentPlace {
  in: 'path' | 'query' | 'header' | 'body' | 'whole-body';
  name: string;
  /** Each item of a list, or field of an object, is written with its name, rather than all as one value. */
  isExploded?: boolean;
  style?: ParameterStyle;
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
  /** What its body is called, and what its response is, where that is another kind of JSON. */
  bodyType?: string;
  answerType?: string;
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
export type OperationProblem =
  | 'body_type'
  | 'needs_cookie'
  | 'too_large'
  | 'lost_reference'
  | 'leads_elsewhere';
