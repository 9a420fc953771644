import { describe, expect, test } from 'vitest';
import { toBoundTool } from '@/agents/builtin-model/bound-tool';
import { specialists } from '@/agents/registry';
import { chooseTool, rankOwn } from './choose-tool';

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
    ['support', 'one cable is missing, give me 19 dollars back', 'request_refund'],
    ['support', '少寄了一根线，退我19块吧', 'request_refund'],
    ['support', 'we have moved, have my things sent to the new flat', 'change_address'],
    ['support', '收货地址要换成公司的', 'change_address'],
    ['finance', 'mail the bill to me once more', 'send_invoice_copy'],
    ['finance', '再给我发一遍发票', 'send_invoice_copy'],
    ['finance', 'INV-2026-0017 bills two hours, it was only one', 'dispute_invoice'],
    ['finance', '发票INV-2026-0017多算了一小时，我不认', 'dispute_invoice'],
    ['finance', 'the company owes me for a cab, $31', 'claim_expense'],
    ['finance', '昨天打车31块，给我报一下', 'claim_expense'],
    [
      'scheduling',
      'Friday does not suit me any more, could it be Monday',
      'reschedule_appointment',
    ],
    ['scheduling', '我约的维修想推到下周一', 'reschedule_appointment'],
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
    'How do I get a refund?',
    'Up to which amount are refunds made at once?',
    'Until when can the delivery address be changed?',
    'How can I change my address?',
    'How do I get a copy of an invoice?',
    'What can I do if an invoice is wrong?',
    'How much may a dinner cost?',
    'Must there be a receipt for each cab ride?',
    'Can an appointment be moved?',
    'What does it cost to move an appointment?',
    '下单后还能改地址吗？',
    '怎么申请退款？',
    '怎么拿到发票副本？',
    '发票有错怎么办？',
    '打车费怎么报销？',
    '餐费报销上限是多少？',
    '改预约要收费吗？',
    '退款一般几天到？',
    '发票抬头怎么改？',
    '出差住酒店的标准是多少？',
    '维修要收检测费吗？',
  ])('%s', (text) => {
    for (const { name } of specialists) expect(choose(name, text)).toBeUndefined();
  });
});

test('a tool that two specialists have is one tool', () => {
  const tools = specialists.flatMap(({ tools }) =>
    tools.flatMap((tool) => toBoundTool(tool) ?? []),
  );
  const text = 'could you see where my tablet has got to?';
  expect(rankOwn(text, [...tools, ...tools])).toEqual(rankOwn(text, tools));
});
