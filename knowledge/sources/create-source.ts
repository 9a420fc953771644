import { requireMayPublish } from '@/knowledge/documents/upload-document';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import {
  createSource as insertSource,
  requireSource,
  type SourceRow,
} from '@/lib/db/knowledge/sources';
import { newId } from '@/lib/ids';
import type { NewSourceFields } from '@/lib/shared/sources';
import { prepareConfig } from './prepare-config';
import { requestSync } from './request-sync';

const maxNameLength = 200;

/**
 * Makes a source and asks for its first run.
 * @param principal null for the command line, which may name any folder
 * @throws AppError `forbidden` for a team the person does not belong to; what is wrong with the config
 */
export async function createSource(
  principal: Principal | null,
  fields: NewSourceFields,
): Promise<SourceRow> {
  const { kind, visibility, everyMinutes } = fields;
  requireMayPublish(principal, visibility);
  const config = await prepareConfig(principal, kind, fields.config);
  const id = newId();
  const name = fields.name ?? nameOf(config);
  await db().transaction(async (tx) => {
    const createdBy = principal?.id ?? null;
    await insertSource(tx, { id, kind, name, config, visibility, everyMinutes, createdBy });
    await requestSync(id, tx);
  });
  return requireSource(principal, id);
}

/** The place itself, where nobody gave a better name. */
function nameOf(config: Record<string, unknown>): string {
  const [first] = Object.values(config).flat();
  return String(first).slice(0, maxNameLength);
}
