import { eq } from 'drizzle-orm';
import { connectedTools, connections } from '@/drizzle/schema/connections';
import { findToolsInUse } from '@/lib/connections/find-tools-in-use';
import { offersOf } from '@/lib/connections/offers-of';
import { db } from '@/lib/db/client';
import { saveTool } from '@/lib/db/connections/connected-tools';
import { createConnection, requireConnection } from '@/lib/db/connections/connections';
import { publish } from '@/lib/events/bus';
import { newId } from '@/lib/ids';
import { type ToolSettings, toolSettingsSchema } from '@/lib/shared/connections';
import type { CityServices } from './city-services';
import { cityTools } from './city-tools';
import { waitFor } from './wait-for';

const connectionId = 'city';
process.env.ALLOWED_HOSTS = '127.0.0.1';

/**
 * Connects the city's API and gives its operations to specialists, in the place of what was there;
 * returns when this process has heard of it.
 * @param change what is set otherwise for opening tickets
 */
export async function connectCityServices(
  city: CityServices,
  change: Partial<ToolSettings> = {},
): Promise<void> {
  await disconnect();
  await db().transaction(async (tx) => {
    const document = JSON.parse(city.document);
    const known = { name: 'City services', address: city.address, document };
    await createConnection(tx, { id: connectionId, kind: 'openapi', ...known });
    const offers = offersOf(await requireConnection(connectionId, tx));
    for (const { operationId, ...given } of cityTools) {
      const isTicket = operationId === 'createTicket';
      const settings = toolSettingsSchema.parse({ ...given, ...(isTicket && change) });
      const { name, specialists } = settings;
      const operationHash = offers.get(operationId)?.hash ?? '';
      const row = { id: newId(), connectionId, operationId, name, settings, specialists };
      await saveTool(tx, { ...row, operationHash });
    }
    await publish(tx, { type: 'connections-changed', connectionId });
  });
  await waitFor(
    'the tools of the city',
    async () => (await findToolsInUse()).length === cityTools.length,
  );
}

/** Nothing of it is there any more. */
export async function disconnect(): Promise<void> {
  await db().transaction(async (tx) => {
    await tx.delete(connections).where(eq(connections.id, connectionId));
    await publish(tx, { type: 'connections-changed', connectionId });
  });
  await waitFor('no tools', async () => (await findToolsInUse()).length === 0);
}

/** Somebody gives what opens tickets, by its name and for the same arguments, to another operation. */
export async function giveTicketsTo(operationId: string): Promise<void> {
  await db().transaction(async (tx) => {
    const offer = offersOf(await requireConnection(connectionId, tx)).get(operationId);
    const change = { operationId, operationHash: offer?.hash ?? '' };
    await tx
      .update(connectedTools)
      .set(change)
      .where(eq(connectedTools.operationId, 'createTicket'));
    await publish(tx, { type: 'connections-changed', connectionId });
  });
  await waitFor('the other operation', async () =>
    (await findToolsInUse()).some((tool) => tool.operationId === operationId && !tool.isChanged),
  );
}

/** The city changes what its operations take; what was given is out of use since. */
export async function changeCityServices(city: CityServices): Promise<void> {
  await db().transaction(async (tx) => {
    const document = JSON.parse(city.document.replaceAll('"subject"', '"headline"'));
    const { revision } = await requireConnection(connectionId, tx);
    const change = { document, revision: revision + 1 };
    await tx.update(connections).set(change).where(eq(connections.id, connectionId));
    await publish(tx, { type: 'connections-changed', connectionId });
  });
  await waitFor('changed tools', async () =>
    (await findToolsInUse()).some(({ isChanged }) => isChanged),
  );
}
