import type { z } from 'zod';
import type { Executor } from '@/lib/db/client';
import { Problem } from './problem';

/** A request as the dispatcher has read it, still unchecked. */
export interface RawCall {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  /** The account the desk speaks for; absent only where an operation needs none. */
  accountId?: string;
  executor: Executor;
  later: Later;
}

/** Puts off what no transaction can take back, such as a mail, until the change is committed. */
type Later = (effect: () => Promise<void>) => void;

/** Whom the desk speaks for in a request. */
export type SpeaksFor = 'customer' | 'employee' | 'anybody';

const isEmployee = (accountId: string) => accountId.startsWith('staff:');

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
  /** A customer when left out. */
  speaksFor?: SpeaksFor;
}

interface Call<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  /** The customer's account number or the employee's name, whichever the operation is for. */
  accountId: string;
  executor: Executor;
  later: Later;
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
    requireAccount(described.speaksFor ?? 'customer', raw.accountId);
    const result = await run({
      params: check(spec.params, raw.params) as z.output<P>,
      query: check(spec.query, raw.query) as z.output<Q>,
      body: check(spec.body, raw.body) as z.output<B>,
      accountId: raw.accountId ?? '',
      executor: raw.executor,
      later: raw.later,
    });
    return spec.response.parse(result);
  };
  return { ...described, respond };
}

function requireAccount(speaksFor: SpeaksFor, accountId = ''): void {
  if (speaksFor === 'anybody') return;
  const isMeant = accountId !== '' && isEmployee(accountId) === (speaksFor === 'employee');
  if (!isMeant)
    throw new Problem(speaksFor === 'employee' ? 'missing_employee' : 'missing_customer');
}

function check(schema: z.ZodObject | undefined, value: unknown): unknown {
  const parsed = schema?.safeParse(value);
  if (!parsed || parsed.success) return parsed?.data;
  const issue = parsed.error.issues[0];
  throw new Problem('invalid_request', `${issue?.path.join('.')}: ${issue?.message}`);
}
