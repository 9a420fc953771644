import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Checked } from '@/agents/tools/tool-spec';
import { cases } from '@/drizzle/schema/cases';
import { actions, turns } from '@/drizzle/schema/conversations';
import { demoReturns } from '@/drizzle/schema/demo';
import { checkPauses } from '@/lib/db/actions/action-claims';
import { requireAction } from '@/lib/db/actions/actions';
import { db } from '@/lib/db/client';
import { findConversation } from '@/lib/db/conversations/conversations';
import { decideAction } from '@/lib/operations/decide-action';
import {
  confirm,
  historyOf,
  makeDue,
  propose,
  shownOf,
  startDemoDesk,
} from '@/tests/support/demo-desk';
import { askAgain } from './ask-again';
import { carryOut } from './carry-out';
import type { Deed } from './deed';
import { takeUpActions } from './keep-actions';

const request = 'I want to return SO-10421 because the sound crackles';
/** No process has this number. */
const deadProcess = 1;
let desk: Awaited<ReturnType<typeof startDemoDesk>>;

beforeAll(async () => {
  desk = await startDemoDesk();
});
beforeEach(async () => {
  await db().delete(demoReturns);
  await db().delete(actions);
});
afterEach(() => desk.heal());
afterAll(() => desk.stop());

const returns = () => db().select().from(demoReturns);
const isChange = ({ method }: { method: string }) => method === 'POST';

test('an answer that was lost is asked for, and what happened is told as done', async () => {
  const { actionId } = await propose(desk.customer, request);
  desk.spoil((sent) => (isChange(sent) ? 'lost' : 'none'));
  const { answer } = await confirm(desk.customer, actionId);
  const [stored] = await returns();
  expect(answer).toContain(String(stored?.id));
  expect(await returns()).toHaveLength(1);
  expect(await historyOf(actionId)).toEqual([
    'proposed',
    'approved',
    'started',
    'answer-lost',
    'checked',
    'done',
  ]);
});

test('what surely did not happen is done again, with the same key', async () => {
  const { actionId } = await propose(desk.customer, request);
  let sent = 0;
  const keys = new Set<string | undefined>();
  desk.spoil((each) => {
    if (!isChange(each)) return 'none';
    keys.add(each.idempotencyKey);
    sent += 1;
    // As often as one call of the tool tries.
    return sent <= 3 ? 'away' : 'twice';
  });
  const { answer } = await confirm(desk.customer, actionId);
  expect(answer).toMatch(/RT-\d+/);
  expect(await returns()).toHaveLength(1);
  expect([...keys]).toHaveLength(1);
  expect((await historyOf(actionId)).slice(3)).toEqual([
    'answer-lost',
    'checked',
    'repeated',
    'done',
  ]);
});

/** Confirmed, and nobody can tell what came of it. */
async function unknown(fault: 'lost' | 'away'): Promise<string> {
  const { actionId } = await propose(desk.customer, request);
  desk.spoil((sent) => (isChange(sent) ? fault : 'away'));
  const { answer, actions: cards } = await confirm(desk.customer, actionId);
  expect(answer).toContain('We are finding out');
  expect(cards).toMatchObject([{ state: 'unknown' }]);
  return actionId;
}

test.each([
  ['happened', 'lost', ['checked', 'done']],
  ['did not happen', 'away', ['checked', 'repeated', 'done']],
] as const)(
  'what %s while nobody answered is found out later, and told once',
  async (_, fault, found) => {
    const id = await unknown(fault);
    const before = (await historyOf(id)).length;
    await makeDue(id);
    await takeUpActions();
    expect(await requireAction(id)).toMatchObject({ state: 'unknown', checks: 1 });
    desk.heal();
    await makeDue(id, 1);
    await Promise.all([takeUpActions(), takeUpActions()]);
    await takeUpActions();
    expect(await returns()).toHaveLength(1);
    const { cards, texts, last } = await shownOf(id);
    expect(cards.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(last).toMatch(/RT-\d+/);
    expect(texts).toHaveLength(3);
    expect((await historyOf(id)).slice(before + 1)).toEqual([...found]);
  },
);

test('what nobody can find out within a day is left to people', async () => {
  const id = await unknown('away');
  await makeDue(id, checkPauses.length - 1);
  await Promise.all([takeUpActions(), takeUpActions()]);
  const { conversationId } = await requireAction(id);
  const opened = await db().select().from(cases).where(eq(cases.conversationId, conversationId));
  expect(opened).toMatchObject([{ category: 'action-failed', teamId: 'support', state: 'open' }]);
  expect(opened[0]?.summary).toContain('Order: SO-10421');
  expect(await findConversation(conversationId)).toMatchObject({ ownerKind: 'queue' });
  expect((await shownOf(id)).last).toContain('I am calling a colleague');
  desk.heal();
  await takeUpActions();
  expect(await returns()).toEqual([]);
  expect((await historyOf(id)).filter((kind) => kind === 'left-to-people')).toHaveLength(1);
});

test.each([
  ['before', 0],
  ['after', 1],
])('a process killed %s the effect is asked after, and the effect is one', async (_, effects) => {
  const { actionId: id } = await propose(desk.customer, request);
  const { turnId } = await decideAction({
    principal: desk.customer,
    actionId: id,
    decision: 'approve',
  });
  if (effects > 0) await endTurnWith(id);
  await db()
    .update(actions)
    .set({ state: 'executing', processKey: deadProcess, result: null })
    .where(eq(actions.id, id));
  await db().update(turns).set({ state: 'stopped' }).where(eq(turns.id, turnId));
  expect(await returns()).toHaveLength(effects);
  await Promise.all([takeUpActions(), takeUpActions(), takeUpActions()]);
  expect(await returns()).toHaveLength(1);
  expect(await requireAction(id)).toMatchObject({ state: 'done' });
  expect((await shownOf(id)).last).toMatch(/RT-\d+/);
  expect(await historyOf(id)).toContain('checked');
});

/** Confirmed, and then done by this deed, apart from its turn. */
async function startWith(deed: Deed) {
  const { actionId: id } = await propose(desk.customer, request);
  const decision = { principal: desk.customer, actionId: id, decision: 'approve' } as const;
  const { turnId } = await decideAction(decision);
  await db().update(turns).set({ state: 'stopped' }).where(eq(turns.id, turnId));
  const { conversationId } = await requireAction(id);
  const call = { principal: desk.customer, conversationId, turnId, locale: 'en' } as const;
  await carryOut(await requireAction(id), deed, call);
  const ask = async (checks: number) => {
    await makeDue(id, checks);
    await askAgain(await requireAction(id), deed, call);
  };
  return { id, ask };
}

test('what an API without an answer and without keys may have done is never done again', async () => {
  const run = vi.fn(async () => ({ outcome: 'unavailable' }));
  const check = async () => ({ found: 'not-happened', mayRepeat: false }) as const;
  const { id, ask } = await startWith({ run, check });
  // A request that is late may still arrive.
  await ask(0);
  expect(await requireAction(id)).toMatchObject({ state: 'unknown' });
  await ask(3);
  expect(await requireAction(id)).toMatchObject({ state: 'failed' });
  expect((await shownOf(id)).last).toContain('did not go through');
  expect(run).toHaveBeenCalledTimes(1);
});

test('what does not happen is done again three times in all, however often it is taken up', async () => {
  const run = vi.fn(async () => ({ outcome: 'unavailable' }));
  const check = vi.fn(async (): Promise<Checked> => ({ found: 'not-happened', mayRepeat: true }));
  const silence = { found: 'unclear' } as const;
  check.mockResolvedValueOnce({ found: 'not-happened', mayRepeat: true });
  check.mockResolvedValueOnce({ found: 'not-happened', mayRepeat: true });
  // Two questions that nobody answers end the waiting of its person.
  check.mockResolvedValueOnce(silence).mockResolvedValueOnce(silence);
  const { id, ask } = await startWith({ run, check });
  expect(run).toHaveBeenCalledTimes(3);
  await ask(0);
  expect(await requireAction(id)).toMatchObject({ state: 'unknown' });
  await ask(3);
  expect(await requireAction(id)).toMatchObject({ state: 'failed' });
  expect(run).toHaveBeenCalledTimes(4);
});

test('what nobody can be asked about goes to people at once', async () => {
  const run = vi.fn(async () => Promise.reject(new Error('gone in the middle')));
  const { id, ask } = await startWith({ run });
  await ask(0);
  const { conversationId } = await requireAction(id);
  expect(await findConversation(conversationId)).toMatchObject({ ownerKind: 'queue' });
  expect(await historyOf(id)).toEqual([
    'proposed',
    'approved',
    'started',
    'answer-lost',
    'left-to-people',
  ]);
  expect(run).toHaveBeenCalledTimes(1);
});

/** Carries it out as its turn would. */
async function endTurnWith(id: string): Promise<void> {
  const { turnId } = await requireAction(id);
  await db().update(turns).set({ state: 'stopped' }).where(eq(turns.id, turnId));
  await takeUpActions();
}
