import { z } from 'zod';

/** A conversation's address. Any text is taken: what is not there is simply not found. */
export const conversationParams = z.object({ id: z.string().max(100) });

/** The address of a message in it. */
export const messageParams = conversationParams.extend({ messageId: z.string().max(100) });
