import { db } from '@/lib/db/client';
import { publish } from '@/lib/events/bus';

/** Asks whichever process runs the conversation's turn to stop it; what was written is kept. */
export async function stopTurn(conversationId: string): Promise<void> {
  await publish(db(), { type: 'turn-stop-requested', conversationId });
}
