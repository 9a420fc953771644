import { AIMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages';
import { expect, test } from 'vitest';
import { anthropicWire } from './anthropic-wire';
import type { WireCall } from './wire';
import { WireReply } from './wire-reply';

const call: WireCall = { model: 'claude', messages: [new HumanMessage('Hello')], tools: [] };
const bodyOf = (changes: Partial<WireCall>) =>
  JSON.parse(anthropicWire.request({ ...call, ...changes }).body);

test('what never varies comes first and is kept by the provider', () => {
  const system = new SystemMessage({
    content: [
      { type: 'text', text: 'Rules.' },
      { type: 'text', text: 'Now.' },
    ],
  });
  expect(bodyOf({ messages: [system, ...call.messages] }).system).toEqual([
    { type: 'text', text: 'Rules.', cache_control: { type: 'ephemeral' } },
    { type: 'text', text: 'Now.' },
  ]);
});

test('neighbours of one side are one turn, empty messages are none, and a person begins', () => {
  const messages = [
    new AIMessage('Welcome.'),
    new HumanMessage('Where is SO-1?'),
    new HumanMessage('And SO-2?'),
    new AIMessage(''),
    new AIMessage({
      content: 'I look. ',
      tool_calls: [{ id: 'a', name: 'look', args: { id: 'SO-1' } }],
      invalid_tool_calls: [{ id: 'b', name: 'look', args: '{"id"', error: 'none' }],
    }),
    new ToolMessage({ tool_call_id: 'a', content: 'shipped' }),
    new ToolMessage({ tool_call_id: 'b', content: 'not understood', status: 'error' }),
  ];
  const turns: { role: string; content: { type: string }[] }[] = bodyOf({ messages }).messages;
  expect(turns.map(({ role, content }) => [role, ...content.map(({ type }) => type)])).toEqual([
    ['user', 'text'],
    ['assistant', 'text'],
    ['user', 'text', 'text'],
    ['assistant', 'text', 'tool_use', 'tool_use'],
    ['user', 'tool_result', 'tool_result'],
  ]);
});

test('an answer in a given form is asked for as the one tool that must be called', () => {
  const output = { name: 'route', schema: { type: 'object' } };
  expect(bodyOf({ output })).toMatchObject({
    tools: [{ name: 'route', input_schema: { type: 'object' } }],
    tool_choice: { type: 'tool', name: 'route' },
  });
});

test('tokens from the cache count as read, and as cached', () => {
  const reply = new WireReply();
  const events = [
    {
      type: 'message_start',
      message: { usage: { input_tokens: 5, cache_read_input_tokens: 100 } },
    },
    { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 7 } },
  ];
  for (const event of events) anthropicWire.readLine(`data: ${JSON.stringify(event)}`, reply);
  expect(reply.usage).toEqual({ inputTokens: 105, cachedTokens: 100, outputTokens: 7 });
});

test('a provider that is overloaded in mid-stream is told from one that wants fewer calls', () => {
  const read = (type: string) =>
    anthropicWire.readLine(
      `data: ${JSON.stringify({ type: 'error', error: { type } })}`,
      new WireReply(),
    );
  expect(() => read('overloaded_error')).toThrow('overloaded');
  expect(() => read('rate_limit_error')).toThrow('limited');
});
