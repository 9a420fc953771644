import type { ConnectedToolRow } from '@/lib/db/connections/connected-tools';
import { type OperationView, toolSettingsSchema } from '@/lib/shared/connections';

/** How what a connection offers is given to specialists, and whether it is still what was given. */
export function givenAs(
  offer: { hash: string },
  tool: ConnectedToolRow | undefined,
): Pick<OperationView, 'tool' | 'savedAt' | 'isChanged'> {
  return {
    tool: tool ? toolSettingsSchema.parse(tool.settings) : null,
    savedAt: tool?.updatedAt.toISOString() ?? null,
    isChanged: tool !== undefined && tool.operationHash !== offer.hash,
  };
}
