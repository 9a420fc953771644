import { db } from '@/lib/db/client';
import { noteConnectionFault } from '@/lib/db/connections/connections';
import { publish } from '@/lib/events/bus';
import { log } from '@/lib/log';
import type { CallFault } from '@/lib/shared/call-fault';

/**
 * Notes on a connection what people must mend of it, or, with null, that it works. Every process
 * hears of it: the next call that goes well there takes back what was noted here. Nobody waits for
 * it.
 */
export function noteFault(connectionId: string, fault: CallFault | null): void {
  store(connectionId, fault).catch((error: unknown) =>
    log().warn({ event: 'connection-fault-not-noted', connectionId, err: error }),
  );
}

async function store(connectionId: string, fault: CallFault | null): Promise<void> {
  await db().transaction(async (tx) => {
    if (!(await noteConnectionFault(tx, connectionId, fault))) return;
    await publish(tx, { type: 'connection-fault-noted', connectionId });
  });
}
