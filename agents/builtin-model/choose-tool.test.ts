import { describe, expect, test } from 'vitest';
import { specialists } from '@/agents/registry';
import { toBoundTool } from './bound-tool';
import { chooseTool } from './choose-tool';

function choose(specialist: string, text: string): string | undefined {
  const tools = specialists.find(({ name }) => name === specialist)?.tools ?? [];
  return chooseTool(
    text,
    tools.flatMap((tool) => toBoundTool(tool) ?? []),
  )?.name;
}

describe('a request about something of the person’s own goes to the tool for it', () => {
  test.each([
    ['support', 'could you see where my tablet has got to?', 'get_order_status'],
    ['support', 'what purchases did I make here', 'list_orders'],
    ['support', 'the tablet is scratched, please take it back', 'request_return'],
    ['support', '麻烦看下我的快递走到哪儿了', 'get_order_status'],
    ['support', '耳机有电流声，给我退了吧', 'request_return'],
    ['finance', 'which of my bills have I not settled', 'list_invoices'],
    ['finance', 'did the money I sent for INV-2026-0042 get there', 'get_payment_status'],
    ['finance', '最新一期的发票金额', 'get_invoice'],
    ['scheduling', 'may I come for a repair on Friday at 10?', 'book_appointment'],
    ['scheduling', 'which times are left on Monday for a repair', 'find_free_slots'],
    ['scheduling', '明天的预约我去不了，取消掉', 'cancel_appointment'],
  ])('%s: %s', (specialist, text, tool) => {
    expect(choose(specialist, text)).toBe(tool);
  });
});

describe('a general question goes to the documents', () => {
  test.each([
    'How long does a refund usually need?',
    'What does the return policy say about opened boxes?',
    'Is there a fee for late payment of invoices?',
    'How long is a repair appointment?',
    'Which class may managers fly?',
    'Who wrote the report?',
    'Where is the company headquartered?',
    'Where is Mount Kenya?',
    '退款一般几天到？',
    '发票抬头怎么改？',
    '出差住酒店的标准是多少？',
    '维修要收检测费吗？',
  ])('%s', (text) => {
    for (const { name } of specialists) expect(choose(name, text)).toBeUndefined();
  });
});
