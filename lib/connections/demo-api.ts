import type { BusinessApi } from '@/lib/business/call-operation';
import { findConnection } from '@/lib/db/connections/connections';
import { env } from '@/lib/env';
import { demoConnectionId, ensureDemoConnection } from './ensure-demo-connection';
import { findApi } from './find-api';
import { remembered } from './remembered';

/**
 * The demo company's API, by its connection like any other: null where that is off. A desk that has
 * not been started with it yet, as in commands, is given it.
 */
export async function findDemoApi(): Promise<BusinessApi | null> {
  const found = await findApi(demoConnectionId);
  if (found || env().FRONTDESK_DEMO === false || !(await isMissing())) return found;
  await ensureDemoConnection();
  return await findApi(demoConnectionId);
}

/** One that was turned off by somebody is there, and stays off. */
async function isMissing(): Promise<boolean> {
  return await remembered(
    'demo-missing',
    async () => (await findConnection(demoConnectionId)) === null,
  );
}
