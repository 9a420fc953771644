import { z } from 'zod';

/** The address of a document. */
export const documentParams = z.object({ id: z.string() });

/** Which version is meant; the newest or the one that answers when it is absent. */
export const versionQuery = z.object({
  version: z.coerce.number().int().positive().optional(),
});
