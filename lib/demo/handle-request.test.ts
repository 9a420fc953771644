import { expect, test } from 'vitest';
import { z } from 'zod';
import { callOperation } from '@/lib/business/call-operation';
import { findDemoApi } from '@/lib/connections/demo-api';
import { ensureDemoConnection } from '@/lib/connections/ensure-demo-connection';
import { reachDemoApiAt } from '@/lib/connections/place-of-demo';
import { startDemoServer } from './demo-server';

test('a desk without the demo company says that it cannot tell, not that there is no such order', async () => {
  process.env.FRONTDESK_DEMO = '0';
  const server = await startDemoServer();
  reachDemoApiAt(server.port);
  await ensureDemoConnection();
  const api = await findDemoApi();
  const answer =
    api &&
    (await callOperation({
      api,
      operationId: 'getOrder',
      args: { orderId: 'SO-10421' },
      speaker: { account: 'C-1001', id: 'u' },
      response: z.object({}),
    }));
  // No code, as the API's own refusals have: nobody may read this as «not found».
  expect(answer).toEqual({ outcome: 'refused', status: 404 });
  await server.stop();
});
