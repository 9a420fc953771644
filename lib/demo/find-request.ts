import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { demoIdempotencyKeys } from '@/drizzle/schema/demo-requests';
import { defineOperation } from './operation';
import { Problem } from './problem';

export const findRequest = defineOperation({
  id: 'findRequest',
  method: 'get',
  path: '/requests/{key}',
  summary: 'What came of a request of this account that was carried out under an Idempotency-Key',
  speaksFor: 'anybody',
  params: z.object({ key: z.string().min(1).max(200) }),
  response: z.object({
    operationId: z.string(),
    /** As it was answered then. */
    response: z.record(z.string(), z.unknown()),
  }),
  run: async ({ executor, accountId, params }) => {
    const [found] = await executor
      .select()
      .from(demoIdempotencyKeys)
      .where(
        and(
          eq(demoIdempotencyKeys.customerId, accountId),
          eq(demoIdempotencyKeys.key, params.key),
          isNotNull(demoIdempotencyKeys.body),
        ),
      );
    if (!found) throw new Problem('not_found', 'No request was carried out under this key.');
    const { operationId, body } = found;
    return { operationId: operationId ?? '', response: body as Record<string, unknown> };
  },
});
