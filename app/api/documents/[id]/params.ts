import { z } from 'zod';

/** The address of a document. */
export const documentParams = z.object({ id: z.string() });

/** The largest number that the database keeps a page, a place or a version by. */
const largest = 2_147_483_647;
export const countFromOne = z.coerce.number().int().positive().max(largest);
export const countFromZero = z.coerce.number().int().nonnegative().max(largest);

/** Which version is meant; the newest or the one that answers when it is absent. */
export const versionQuery = z.object({
  version: countFromOne.optional(),
});
