import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { callOperation } from '@/lib/business/call-operation';
import { findDemoApi } from '@/lib/connections/demo-api';
import { demoConnectionId, ensureDemoConnection } from '@/lib/connections/ensure-demo-connection';
import { findToolsInUse } from '@/lib/connections/find-tools-in-use';
import { openApi } from '@/lib/connections/open-api';
import { placeOfDemo, reachDemoApiAt } from '@/lib/connections/place-of-demo';
import { db } from '@/lib/db/client';
import { listToolsOf } from '@/lib/db/connections/connected-tools';
import { createConnection, requireConnection } from '@/lib/db/connections/connections';
import { changeConnection } from '@/lib/operations/change-connection';
import { saveConnectedTool } from '@/lib/operations/save-connected-tool';
import { viewConnections } from '@/lib/operations/view-connection';
import { toolSettingsSchema } from '@/lib/shared/connections';
import { startDemoServer } from './demo-server';

beforeAll(async () => {
  process.env.FRONTDESK_DEMO = '0';
  const theirs = { id: 'theirs', kind: 'openapi', name: 'Lanternway', document: {} } as const;
  await createConnection(db(), theirs);
  await ensureDemoConnection();
});

test('the demo company is called otherwise where somebody has a connection of its name', async () => {
  const { name, isOurs } = await requireConnection(demoConnectionId);
  expect([name, isOurs]).toEqual(['Lanternway (demo)', true]);
});

test('a desk without the demo company offers and calls nothing of it, and keeps what was decided', async () => {
  const settings = toolSettingsSchema.parse({
    name: 'look_up_order',
    titles: { en: 'Order' },
    description: 'Looks an order up',
    risk: 'read',
    specialists: ['support'],
    outputs: [],
  });
  const given = { connectionId: demoConnectionId, operationId: 'getOrder', settings };
  await saveConnectedTool('dev', given, { specialists: ['support'], toolNames: new Set() });
  expect(await findToolsInUse()).toEqual([]);
  expect(await findDemoApi()).toBeNull();
  const { connections } = await viewConnections();
  expect(connections.find(({ id }) => id === demoConnectionId)).toMatchObject({
    isOn: false,
    fault: { code: 'demo_off' },
    toolCount: 1,
  });
  const { revision } = await requireConnection(demoConnectionId);
  const on = changeConnection('dev', demoConnectionId, { revision, isOn: true });
  await expect(on).rejects.toMatchObject({ code: 'demo_off' });
  expect(await listToolsOf(demoConnectionId)).toHaveLength(1);
});

test('a desk without the demo company says that it cannot tell, not that there is no such order', async () => {
  const server = await startDemoServer();
  reachDemoApiAt(server.port);
  // As another desk would still call it.
  const api = openApi(await requireConnection(demoConnectionId), placeOfDemo());
  const answer = await callOperation({
    api,
    operationId: 'getOrder',
    args: { orderId: 'SO-10421' },
    speaker: { account: 'C-1001', id: 'u' },
    response: z.object({}),
  });
  // No code, as the API's own refusals have: nobody may read this as «not found».
  expect(answer).toEqual({ outcome: 'refused', status: 404 });
  await server.stop();
});
