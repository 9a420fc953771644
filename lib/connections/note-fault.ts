import { db } from '@/lib/db/client';
import { findConnectionFault, noteConnectionFault } from '@/lib/db/connections/connections';
import { publish } from '@/lib/events/bus';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import { type CallFault, tooManyTools } from '@/lib/shared/call-fault';
import { remembered } from './remembered';

/** The last note on each connection: the next one waits for it, so that the last call has the last word. */
const notes = () => processGlobal('fault-notes', () => new Map<string, Promise<void>>());

/**
 * Notes on a connection why its last call failed, or, with null, that it worked. What is noted
 * already is known in each process and costs nothing; of what is new every process hears, so that the
 * next call that works, wherever it is made, takes it back. Nobody waits for it.
 */
export function noteFault(connectionId: string, fault: CallFault | null): void {
  const note = (notes().get(connectionId) ?? Promise.resolve())
    .then(() => noteIfNew(connectionId, fault))
    .catch((error: unknown) =>
      log().warn({ event: 'connection-fault-not-noted', connectionId, err: error }),
    );
  notes().set(connectionId, note);
}

async function noteIfNew(connectionId: string, fault: CallFault | null): Promise<void> {
  const noted = await remembered(`fault ${connectionId}`, async () => ({
    fault: await findConnectionFault(connectionId),
  }));
  // That a server offers too much is no less true when a call goes well.
  if (noted.fault === fault || (fault === null && noted.fault === tooManyTools)) return;
  await db().transaction(async (tx) => {
    if (!(await noteConnectionFault(tx, connectionId, fault))) return;
    await publish(tx, { type: 'connection-fault-noted', connectionId });
  });
  noted.fault = fault;
}
