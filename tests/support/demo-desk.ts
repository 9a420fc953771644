import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { startTurn } from '@/agents/run-turn';
import { resumeTurn } from '@/agents/turns/resume-turn';
import type { TurnResult } from '@/agents/turns/turn-result';
import { actions } from '@/drizzle/schema/conversations';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import type { Principal } from '@/lib/auth/principal';
import { reachDemoApiAt } from '@/lib/connections/place-of-demo';
import { listActionEvents } from '@/lib/db/actions/action-events';
import { requireAction } from '@/lib/db/actions/actions';
import { db } from '@/lib/db/client';
import { listMessages, storedParts } from '@/lib/db/conversations/messages';
import { startDemoServer } from '@/lib/demo/demo-server';
import { newId } from '@/lib/ids';
import { decideAction } from '@/lib/operations/decide-action';
import type { ActionCard } from '@/lib/shared/chat';
import { askQuickly } from './ask-quickly';
import { demoPerson } from './demo-person';
import { startUnreliableWay, type WayFault, type WayRequest } from './unreliable-way';

/**
 * The demo company in this process, behind a way that does what a test says with each request. What
 * it does not answer is asked after quickly.
 */
export async function startDemoDesk() {
  const server = await startDemoServer();
  const way = { faultOf: (_: WayRequest): WayFault => 'none' };
  const open = await startUnreliableWay(server, (request) => way.faultOf(request), 1);
  reachDemoApiAt(open.port);
  const askAsUsual = askQuickly();
  await seedDemoCompany(db());
  const people = {
    customer: await demoPerson('customer'),
    operator: await demoPerson('operator'),
  };
  return {
    ...people,
    /** What happens to requests from now on. */
    spoil: (faultOf: (request: WayRequest) => WayFault) => {
      way.faultOf = faultOf;
    },
    heal: () => {
      way.faultOf = () => 'none';
    },
    stop: async () => {
      askAsUsual();
      await open.close();
      await server.stop();
    },
  };
}

/** What a person writes, and what comes of it. */
export async function say(
  principal: Principal,
  text: string,
  conversationId: string = randomUUID(),
): Promise<TurnResult> {
  const turn = await startTurn({ principal, conversationId, message: { id: newId(), text } });
  return await turn.result;
}

/** A person asks for something and is shown its card. */
export async function propose(principal: Principal, text: string): Promise<ActionCard> {
  const { actions: cards } = await say(principal, text);
  const [card] = cards;
  if (!card) throw new Error(`«${text}» proposed nothing`);
  return card;
}

/** They confirm it; the turn goes on to its end. */
export async function confirm(principal: Principal, actionId: string): Promise<TurnResult> {
  const { turnId } = await decideAction({ principal, actionId, decision: 'approve' });
  const handle = await resumeTurn(turnId);
  if (!handle) throw new Error('the turn does not go on');
  return await handle.result;
}

/** The kinds of an action's events, in order. */
export async function historyOf(actionId: string): Promise<string[]> {
  return (await listActionEvents([actionId])).get(actionId)?.map(({ kind }) => kind) ?? [];
}

/** What its conversation shows of an action: its cards, and the texts beside the last of them. */
export async function shownOf(actionId: string) {
  const { conversationId } = await requireAction(actionId);
  const messages = (await listMessages(conversationId)).map(storedParts);
  const cards = messages.flat().flatMap((part) => (part.type === 'data-action' ? [part.data] : []));
  const texts = messages.map((parts) =>
    parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n'),
  );
  return { cards: cards.filter((card) => card.actionId === actionId), texts, last: texts.at(-1) };
}

/** Makes it due now to ask what became of an action. */
export async function makeDue(actionId: string, checks = 0): Promise<void> {
  await db()
    .update(actions)
    .set({ checks, nextCheckAt: new Date(0) })
    .where(eq(actions.id, actionId));
}
