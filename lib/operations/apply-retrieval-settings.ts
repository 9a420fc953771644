import { db } from '@/lib/db/client';
import { createRetrievalSettings } from '@/lib/db/knowledge/retrieval-settings';
import { publish } from '@/lib/events/bus';
import { log } from '@/lib/log';
import type { RetrievalSettings } from '@/lib/shared/retrieval';

/**
 * Makes these the settings of every search that names none, in all processes; who did it and when
 * is kept, with the settings before.
 */
export async function applyRetrievalSettings(
  principal: { id: string },
  settings: RetrievalSettings,
): Promise<void> {
  await db().transaction(async (tx) => {
    await createRetrievalSettings(tx, { settings, appliedBy: principal.id });
    await publish(tx, { type: 'retrieval-settings-applied' });
  });
  log().info({ event: 'retrieval-settings-applied', settings, by: principal.id });
}
