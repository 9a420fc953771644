import { z } from 'zod';

/** What the database counts with. */
const largest = 2_147_483_647;

/** A number of an address that counts things: pages, positions, versions. */
export const countFromOne = z.coerce.number().int().positive().max(largest);
export const countFromZero = z.coerce.number().int().nonnegative().max(largest);
