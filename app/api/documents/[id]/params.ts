import { z } from 'zod';
import { countFromOne, countFromZero } from '@/lib/http/counts';

/** The address of a document. */
export const documentParams = z.object({ id: z.string() });

/** Which version is meant; the newest or the one that answers when it is absent. */
export const versionQuery = z.object({
  version: countFromOne.optional(),
});

/** Passages on one page of a list, when nobody says otherwise. */
const passagesOnPage = 50;

/** Which passages are wanted: those of a page of the document, or from a place on. */
export const passagesQuery = z.object({
  page: countFromOne.optional(),
  from: countFromZero.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(passagesOnPage),
});
