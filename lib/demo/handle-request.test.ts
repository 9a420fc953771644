import { expect, test } from 'vitest';
import { z } from 'zod';
import { callOperation } from '@/lib/business/call-operation';
import { demoApi, reachDemoApiAt } from '@/lib/business/demo-api';
import { startDemoServer } from './demo-server';

test('a desk without the demo company says that it cannot tell, not that there is no such order', async () => {
  process.env.FRONTDESK_DEMO = '0';
  const server = await startDemoServer();
  reachDemoApiAt(server.port);
  const answer = await callOperation({
    api: demoApi(),
    operationId: 'getOrder',
    args: { orderId: 'SO-10421' },
    accountId: 'C-1001',
    response: z.object({}),
  });
  expect(answer).toEqual({ outcome: 'unavailable', reason: 'not-json' });
  await server.stop();
});
