import { z } from 'zod';

/** The address of a cited passage. */
export const citationParams = z.object({ chunkId: z.string() });
