import type { z } from 'zod';
import type { WriteToolSpec } from '@/agents/tools/tool-spec';
import { listEarlierPlans } from '@/lib/db/actions/earlier-plans';
import type { Executor } from '@/lib/db/client';

/** Whether an operator must agree to a person's plan as well, as the tool is set now. */
export async function isOperatorNeeded<S extends z.ZodObject, P extends z.ZodObject>(
  { name, risk, needsOperator }: WriteToolSpec<S, P>,
  plan: z.output<P>,
  principalId: string,
  executor: Executor,
): Promise<boolean> {
  if (risk === 'approve') return true;
  if (!needsOperator) return false;
  return needsOperator(plan, await listEarlierPlans(executor, { principalId, tool: name }));
}
