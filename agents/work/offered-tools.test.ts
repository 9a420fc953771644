import { AIMessage, HumanMessage } from '@langchain/core/messages';
import { expect, test } from 'vitest';
import { team } from '@/agents/team';
import type { ConnectedTools } from '@/agents/tools/connected/connected-tools';
import { defineConnectedTool } from '@/agents/tools/connected/define-connected-tool';
import { toolSettingsSchema } from '@/lib/shared/connections';
import { offeredTools } from './offered-tools';
import { toolsOf } from './specialist-tools';

const things = ['door', 'lamp', 'desk', 'chair', 'window', 'heater', 'printer', 'phone', 'lift'];

/** Tools that a server with very many of them has, all given to one specialist. */
function connect(names: string[], description = 'Does something with it'): ConnectedTools {
  const list = names.map((name) => {
    const title = name.replaceAll('_', ' ');
    const of = {
      id: name,
      connection: { id: 'c', kind: 'mcp' as const, name: 'House', identity: null },
      operationId: name,
      operationHash: 'as given',
      linkedHashes: { undo: null, check: null },
      settings: toolSettingsSchema.parse({
        name,
        titles: { en: title, zh: title },
        description,
        risk: 'read',
        specialists: [team().general.name],
        outputs: [],
      }),
      input: { type: 'object', properties: { room: { type: 'string' } } },
      takesKey: false,
      isChanged: false,
    };
    return { of, tool: defineConnectedTool(of) };
  });
  return { list, isUnreadable: false };
}

const many = connect([
  ...Array.from({ length: 500 }, (_, at) => `check_${things[at % 9]}_number_${at}`),
  'paint_fence',
]);
const namesOf = (text: string, { connected = many, work = [] as AIMessage[] } = {}) =>
  offeredTools(team().general, connected, {
    messages: [new HumanMessage(text)],
    work,
    hasPassages: false,
  }).map(({ name }) => name);
const own = toolsOf(team().general, { list: [], isUnreadable: false });

test('of very many tools a model is offered those that the message sounds like, always the same', () => {
  const offered = namesOf('Could you paint the fence green?');
  expect(offered).toHaveLength(own.length + 40);
  expect(offered).toContain('paint_fence');
  for (const { name } of own) expect(offered).toContain(name);
  expect(namesOf('Could you paint the fence green?')).toEqual(offered);
});

test('one that was called stays, and very long ones leave no room for others', () => {
  const call = { name: 'check_door_number_9', args: {}, id: '1', type: 'tool_call' as const };
  const work = [new AIMessage({ content: '', tool_calls: [call] })];
  expect(namesOf('Could you paint the fence green?', { work })).toContain('check_door_number_9');
  const long = connect(['paint_fence', 'paint_door', 'paint_lamp'], 'x'.repeat(2_000));
  expect(namesOf('paint', { connected: long })).toHaveLength(own.length + 3);
});

test('a few are offered as the very same array each time, so that nothing is worked out again', () => {
  const few = connect(['paint_fence', 'paint_door']);
  const asked = { messages: [new HumanMessage('hello')], work: [], hasPassages: false };
  const first = offeredTools(team().general, few, asked);
  expect(offeredTools(team().general, few, asked)).toBe(first);
  expect(first.map(({ name }) => name)).toContain('paint_door');
});

test('a name that the desk has already stays with the desk', () => {
  const [taken] = team().specialists.flatMap(({ tools }) => tools);
  const connected = connect([taken?.name ?? '', 'call_person', 'paint_fence']);
  const names = toolsOf(team().general, connected).map(({ name }) => name);
  expect(names).toHaveLength(own.length + 1);
  expect(new Set(names).size).toBe(names.length);
});
