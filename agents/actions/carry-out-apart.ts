import type { ToolCall } from '@/agents/tools/tool-spec';
import { findParticipant } from '@/lib/auth/participant';
import { toGuest } from '@/lib/auth/to-principal';
import { expireWaiting } from '@/lib/db/actions/action-decisions';
import { type ActionRow, findAction, isApart, storedPreviewSchema } from '@/lib/db/actions/actions';
import { db } from '@/lib/db/client';
import { lockConversation, requireConversation } from '@/lib/db/conversations/conversations';
import { findTurn } from '@/lib/db/conversations/turns';
import { log } from '@/lib/log';
import { askAgain } from './ask-again';
import { carryOut } from './carry-out';
import type { Deed } from './deed';
import { deedOf } from './deed-of';
import { findWriteTool } from './find-write-tool';
import { tellOutcome } from './tell-outcome';

/** Begins to carry an action out apart from the caller; the keeper goes on where this fails. */
export function carryOutSoon(actionId: string): void {
  carryOutApart(actionId).catch((error: unknown) =>
    log().error({ event: 'action-not-carried-out', actionId, err: error }),
  );
}

/**
 * Brings an action one step further apart from any turn: carries out what was agreed to, asks about
 * what is not known, ends what waited too long for an operator. Anybody may call it, at any time
 * and at once with others: what an action does, it does once.
 */
export async function carryOutApart(actionId: string): Promise<void> {
  const action = await findAction(actionId);
  if (!action) return;
  if (action.state === 'awaiting-operator') return await expire(action);
  if (await isOfRunningTurn(action)) return;
  const { deed, call } = await prepare(action);
  if (action.state === 'unknown') await askAgain(action, deed, call);
  else if (action.state === 'approved' || action.state === 'executing') {
    await carryOut(action, deed, call);
  }
}

/** Nobody expects any more what was agreed to so long ago and has not begun, in milliseconds. */
const longestDelay = 24 * 3_600_000;

function isStale({ state, decidedAt, operatorDecidedAt }: ActionRow): boolean {
  const agreedAt = operatorDecidedAt ?? decidedAt;
  return state === 'approved' && (agreedAt?.getTime() ?? 0) < Date.now() - longestDelay;
}

/** Whether a turn will carry it out, or tell of it. */
async function isOfRunningTurn(action: ActionRow): Promise<boolean> {
  if (action.undoes) return false;
  const turn = await findTurn(action.turnId);
  return turn?.state === 'running' || (turn?.state === 'awaiting-approval' && !isApart(action));
}

/** @returns no deed where its person, or the tool, is there no more, or it is too late */
async function prepare(action: ActionRow): Promise<{ deed: Deed | null; call: ToolCall }> {
  const { conversationId, turnId, tool, preview } = action;
  const conversation = await requireConversation(conversationId);
  const { locale } = storedPreviewSchema.parse(preview);
  // With the rights that its person has now.
  const principal = await findParticipant(conversation);
  const call = {
    principal: principal ?? toGuest(conversation.participantId, locale),
    conversationId,
    turnId,
    locale,
  };
  const spec = principal && !isStale(action) && (await findWriteTool(tool));
  return { call, deed: spec ? await deedOf(spec, action, principal) : null };
}

async function expire({ id, conversationId }: ActionRow): Promise<void> {
  await db().transaction(async (tx) => {
    await lockConversation(tx, conversationId);
    const expired = await expireWaiting(tx, id);
    if (expired) await tellOutcome(tx, expired);
  });
}
