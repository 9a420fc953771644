import type { z } from 'zod';
import type { WriteToolSpec } from '@/agents/tools/tool-spec';
import { listEarlierPlans } from '@/lib/db/actions/earlier-plans';
import type { Executor } from '@/lib/db/client';
import type { OperatorReason } from '@/lib/shared/actions';

/**
 * Why an operator must agree to a person's plan as well, as the tool is set now; null where none
 * must.
 */
export async function whyOperator<S extends z.ZodObject, P extends z.ZodObject>(
  spec: WriteToolSpec<S, P>,
  plan: z.output<P>,
  principalId: string,
  executor: Executor,
): Promise<OperatorReason | null> {
  if (spec.risk === 'approve') return { kind: 'always' };
  if (!spec.whyOperator) return null;
  return spec.whyOperator(plan, await listEarlierPlans(executor, { principalId, tool: spec.name }));
}
