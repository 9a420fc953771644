import { createTrial } from '@/lib/db/connections/connection-trials';
import { log } from '@/lib/log';
import type { TrialRequest } from '@/lib/shared/operation-trials';

/**
 * Notes that somebody is about to call an operation to try it out, perhaps in another's name. Without
 * the note nothing is sent. The log does not tell whose name that is.
 */
export async function noteTrial(
  by: string,
  connectionId: string,
  { operationId, as }: TrialRequest,
): Promise<void> {
  await createTrial({ connectionId, operationId, byId: by, calledAs: as ?? null });
  log().info({ event: 'operation-tried', connectionId, operationId, isAs: as !== undefined, by });
}
