import type { BusinessApi } from '@/lib/business/call-operation';
import { env } from '@/lib/env';
import { demoConnectionId, ensureDemoConnection } from './ensure-demo-connection';
import { findApi } from './find-api';

/**
 * The demo company's API, by its connection like any other: null where that is off. A desk that has
 * not been started with it yet, as in commands, is given it.
 */
export async function findDemoApi(): Promise<BusinessApi | null> {
  const found = await findApi(demoConnectionId);
  if (found || env().FRONTDESK_DEMO === false) return found;
  await ensureDemoConnection();
  return await findApi(demoConnectionId);
}
