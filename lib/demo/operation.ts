import type { z } from 'zod';
import type { Executor } from '@/lib/db/client';
import { Problem } from './problem';

/** A request as the dispatcher has read it, still unchecked. */
export interface RawCall {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  /** The customer the desk speaks for; absent only where an operation needs none. */
  customerId?: string;
  executor: Executor;
}

interface OperationSpec<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  R extends z.ZodObject,
> {
  id: string;
  method: 'get' | 'post';
  /** Below `/api/demo`, with `{name}` for parameters. */
  path: string;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  /** Operations on one customer's things; the default. */
  needsCustomer?: boolean;
}

interface Call<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  customerId: string;
  executor: Executor;
}

/** One operation of the demo API: what its OpenAPI entry says, and how it answers. */
export interface Operation
  extends OperationSpec<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodObject> {
  respond: (call: RawCall) => Promise<unknown>;
}

/** Makes an operation whose `run` is given checked values only. */
export function defineOperation<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  R extends z.ZodObject,
>(
  spec: OperationSpec<P, Q, B, R> & {
    run: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>;
  },
): Operation {
  const { run, ...described } = spec;
  const respond = async (raw: RawCall) => {
    if (described.needsCustomer !== false && !raw.customerId) throw new Problem('missing_customer');
    const result = await run({
      params: check(spec.params, raw.params) as z.output<P>,
      query: check(spec.query, raw.query) as z.output<Q>,
      body: check(spec.body, raw.body) as z.output<B>,
      customerId: raw.customerId ?? '',
      executor: raw.executor,
    });
    return spec.response.parse(result);
  };
  return { ...described, respond };
}

function check(schema: z.ZodObject | undefined, value: unknown): unknown {
  const parsed = schema?.safeParse(value);
  if (!parsed || parsed.success) return parsed?.data;
  const issue = parsed.error.issues[0];
  throw new Problem('invalid_request', `${issue?.path.join('.')}: ${issue?.message}`);
}
