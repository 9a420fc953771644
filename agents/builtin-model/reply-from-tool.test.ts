import { expect, test } from 'vitest';
import { z } from 'zod';
import { toBoundTool } from './bound-tool';
import { replyFromTool } from './reply-from-tool';

function reply(result: unknown, tool = 'some_tool') {
  const content = typeof result === 'string' ? result : JSON.stringify(result);
  const bound = toBoundTool({ name: 'some_tool', schema: z.object({ item: z.string() }) });
  return replyFromTool({ tool, content }, bound ? [bound] : [], 'en');
}

test('lists the bare facts of a result that has no sentence', () => {
  const text = reply({ outcome: 'counted', total_days: 12, carried_over: true });
  expect(text).toContain('- total days: 12');
  expect(text).toContain('- carried over: true');
});

test('shows the lines of a result as a list', () => {
  expect(reply({ outcome: 'counted', lines: ['one', 'two'] })).toContain('- one\n- two');
});

test('asks for what the tool was unsure of', () => {
  expect(reply({ outcome: 'which_item', lines: ['1 × Lamp'] })).toMatch(/Which item is it\?$/);
});

test.each([
  ['request_return', 'item', 'which_item', 'en'],
  ['request_return', 'item', 'which_item', 'zh'],
  ['cancel_appointment', 'appointment_id', 'which_appointment', 'en'],
  ['cancel_appointment', 'appointment_id', 'which_appointment', 'zh'],
] as const)('asks once what %s is unsure of (%s, %s, %s)', (name, argument, outcome, locale) => {
  const bound = toBoundTool({ name, schema: z.object({ [argument]: z.string() }) });
  const content = JSON.stringify({ outcome, order_id: 'SO-10001', lines: ['1 × Lamp'] });
  const text = replyFromTool({ tool: name, content }, bound ? [bound] : [], locale);
  expect(text.match(/[?？]/g)).toHaveLength(1);
});

test('says that it is unavailable in words that people understand', () => {
  expect(reply({ outcome: 'unavailable' })).toMatch(/cannot be reached/);
});

test('never repeats the text of a failure', () => {
  const text = reply('Error: connect ECONNREFUSED 10.0.0.7 password=hunter2');
  expect(text).not.toMatch(/ECONNREFUSED|hunter2/);
  expect(text).toMatch(/try again/);
});
