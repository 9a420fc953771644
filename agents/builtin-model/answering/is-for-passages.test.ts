import { expect, test } from 'vitest';
import { toBoundTool } from '@/agents/builtin-model/bound-tool';
import type { PromptPassage } from '@/agents/builtin-model/read-prompt';
import { specialists } from '@/agents/registry';
import { isForPassages } from './is-for-passages';

const passages: PromptPassage[] = [
  { n: 1, document: '白塔寺', text: '白塔寺位于河东，北宋年间重修，1953年向公众开放。' },
  { n: 2, document: 'Harbour museum', text: 'The harbour museum opened in 1987.' },
  { n: 3, document: 'Repairs', text: 'Repairs are done on weekdays. A repair takes 30 minutes.' },
];

function toolNamed(name: string) {
  const tools = specialists.flatMap((each) => each.tools).flatMap((one) => toBoundTool(one) ?? []);
  const found = tools.find((tool) => tool.name === name);
  if (!found) throw new Error(`no tool ${name}`);
  return found;
}

test.each([
  ['白塔寺什么时候重修？', 'get_order_status'],
  ['When was the harbour museum opened?', 'find_free_slots'],
])('«%s», of which the passages speak, is no request', (text, tool) => {
  expect(isForPassages(text, passages, toolNamed(tool))).toBe(true);
});

test.each([
  ['Which times are free on Monday for a repair?', 'find_free_slots'],
  ['When is my repair?', 'find_free_slots'],
  ['麻烦看下我的快递走到哪儿了？', 'get_order_status'],
  ['What is the status of SO-10436?', 'get_order_status'],
  ['book a repair on Friday', 'book_appointment'],
])('«%s» is a request, whatever the passages say', (text, tool) => {
  expect(isForPassages(text, passages, toolNamed(tool))).toBe(false);
});

test('without passages there is nothing to answer from', () => {
  expect(isForPassages('白塔寺什么时候重修？', [], toolNamed('get_order_status'))).toBe(false);
});
