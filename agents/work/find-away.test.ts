import { expect, test } from 'vitest';
import { team } from '@/agents/team';
import { defineConnectedTool } from '@/agents/tools/connected/define-connected-tool';
import { TurnScope } from '@/agents/turn-scope';
import { AnswerWriter } from '@/agents/turns/answer-writer';
import type { Execution } from '@/agents/turns/execution';
import { noticeAway } from '@/agents/turns/notice-away';
import { TurnStream } from '@/agents/turns/turn-stream';
import { newId } from '@/lib/ids';
import { toolSettingsSchema } from '@/lib/shared/connections';
import { guest } from '@/tests/support/principals';
import { findAway } from './find-away';
import { specialistPrompt } from './specialist-prompt';
import { toolsOf } from './specialist-tools';

const specialist = team().general;

/** A tool of a server that nobody answers for. */
function awayTool() {
  const of = {
    id: 't',
    connection: { id: newId(), kind: 'mcp' as const, name: 'House & garden', identity: null },
    operationId: 'paint',
    operationHash: 'as given',
    linkedHashes: { undo: null, check: null },
    settings: toolSettingsSchema.parse({
      name: 'paint_fence',
      titles: { en: 'Paint the fence', zh: '刷篱笆' },
      description: 'Paints it',
      risk: 'write',
      specialists: [specialist.name],
      outputs: [],
    }),
    input: { type: 'object', properties: {} },
    takesKey: false,
    isChanged: false,
  };
  return { of, tool: defineConnectedTool(of) };
}

/** A turn of that specialist, as far as it tells what was away. */
async function atWork(connected: TurnScope['connected']) {
  const scope = new TurnScope();
  scope.connected = connected;
  await findAway(specialist, scope);
  const locale = 'en' as const;
  const context = { principal: guest, conversationId: 'c', turnId: newId(), locale, scope };
  const state = { messages: [], active: null, handoff: null, tasks: [], givenOn: null };
  const prompt = specialistPrompt({
    specialist,
    state: { ...state, had: [], work: [], isSmallTalk: false },
    context,
  });
  const writer = new AnswerWriter(new TurnStream());
  noticeAway({ scope, writer } as Execution);
  const notices = writer.parts.flatMap((part) => (part.type === 'data-notice' ? [part.data] : []));
  return { scope, context, prompt: prompt.text, notices };
}

test('tools whose server is away stay, are named to the model and to the person, and do nothing', async () => {
  const connected = { list: [awayTool()], isUnreadable: false };
  const { context, prompt, notices } = await atWork(connected);
  expect(prompt).toContain('<away>House &amp; garden</away>');
  expect(prompt).toContain('(paint_fence)');
  expect(notices).toEqual([{ code: 'tools-away', detail: 'House & garden' }]);
  const tool = toolsOf(specialist, connected).find(({ name }) => name === 'paint_fence');
  const told = String(await tool?.invoke({}, { context }));
  expect(JSON.parse(told)).toMatchObject({ outcome: 'unavailable', system: 'House & garden' });
});

test('where nobody knows which tools there are, model and person are told that', async () => {
  const { prompt, notices } = await atWork({ list: [], isUnreadable: true });
  expect(prompt).toContain('could not be loaded');
  expect(notices).toEqual([{ code: 'tools-away' }]);
});

test('where nothing is away, nobody is told anything', async () => {
  const { prompt, notices } = await atWork({ list: [], isUnreadable: false });
  expect(prompt).not.toContain('reached');
  expect(notices).toEqual([]);
});
