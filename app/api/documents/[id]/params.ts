import { z } from 'zod';
import { countFromOne } from '@/lib/http/counts';

/** The address of a document. */
export const documentParams = z.object({ id: z.string() });

/** Which version is meant; the newest or the one that answers when it is absent. */
export const versionQuery = z.object({
  version: countFromOne.optional(),
});
