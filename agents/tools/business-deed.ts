import { z } from 'zod';
import { type BusinessRefusal, callBusiness, refusalResult } from './call-business';
import type { ToolResult } from './tool-result';
import type { Checked, WriteCall } from './tool-spec';

/** One changing operation of the business API, as a write tool uses it. */
interface DeedSpec<A, T> {
  operationId: string;
  /** What is sent; the plan as it is when absent. */
  args: (input: A, call: WriteCall) => Record<string, unknown>;
  /** What is read of the answer. */
  fields: z.ZodType<T>;
  /** The answer as the model and the person are told it. */
  tell: (data: T, call: WriteCall) => ToolResult;
  /** Facts beside a refusal, for its sentence. */
  refusalFacts?: (input: A, call: WriteCall) => Omit<ToolResult, 'outcome'>;
}

interface BusinessDeed<A> {
  run: (input: A, call: WriteCall) => Promise<ToolResult>;
  check: (input: A, call: WriteCall) => Promise<Checked>;
}

const requestFields = z.object({ operationId: z.string(), response: z.unknown() });

/** How an operation is done, and how it is asked whether it was: by the key that it was sent with. */
export function businessDeed<A, T>(spec: DeedSpec<A, T>): BusinessDeed<A> {
  const { operationId, args, fields, tell, refusalFacts } = spec;
  return {
    run: async (input, call) => {
      const answer = await callBusiness(call, operationId, args(input, call), fields);
      if (answer.outcome === 'ok') return tell(answer.data, call);
      return { ...refusalFacts?.(input, call), ...refusalResult(answer) };
    },
    check: async (_, call) => {
      const query = { key: call.idempotencyKey };
      const answer = await callBusiness(call, 'findRequest', query, requestFields);
      if (answer.outcome !== 'ok') return unseen(answer);
      const response = fields.safeParse(answer.data.response);
      if (answer.data.operationId !== operationId || !response.success) return { found: 'unclear' };
      return { found: 'happened', result: tell(response.data, call) };
    },
  };
}

/** The API honours its keys: a request that is late after all has no second effect. */
function unseen(answer: BusinessRefusal): Checked {
  const isKnownNot = answer.outcome === 'refused' && answer.code === 'not_found';
  return isKnownNot ? { found: 'not-happened', mayRepeat: true } : { found: 'unclear' };
}

/** The same for taking something back: what is sent follows from the plan and what came of it. */
export function businessUndo<P, T>(spec: DeedSpec<{ plan: P; result: ToolResult }, T>) {
  const deed = businessDeed(spec);
  return {
    run: (plan: P, result: ToolResult, call: WriteCall) => deed.run({ plan, result }, call),
    check: (plan: P, result: ToolResult, call: WriteCall) => deed.check({ plan, result }, call),
  };
}
