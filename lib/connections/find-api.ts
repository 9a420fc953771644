import type { BusinessApi } from '@/lib/business/call-operation';
import { findConnection } from '@/lib/db/connections/connections';
import { isLeftOut } from './is-left-out';
import { openApi } from './open-api';
import { placeOfDemo } from './place-of-demo';
import { remembered } from './remembered';

/** The API of a connection that is on; null where there is none. @throws DocumentFault */
export async function findApi(connectionId: string): Promise<BusinessApi | null> {
  // Tests and commands may serve the demo company elsewhere in the meantime.
  const place = placeOfDemo();
  return await remembered(`api ${connectionId} ${place.baseUrl}`, async () => {
    const row = await findConnection(connectionId);
    if (!row?.isOn || isLeftOut(row) || row.kind !== 'openapi') return null;
    return openApi(row, row.isOurs ? place : {});
  });
}
