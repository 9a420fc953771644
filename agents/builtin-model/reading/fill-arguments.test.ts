import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toBoundTool } from '@/agents/builtin-model/bound-tool';
import { fillArguments } from './fill-arguments';
import type { Said } from './said';

const clock = { now: new Date('2026-11-20T03:00:00Z'), timeZone: 'Asia/Singapore' };

function fill(shape: z.ZodRawShape, ...said: (string | Said)[]) {
  const tool = toBoundTool({ name: 'tool', schema: z.object(shape) });
  if (!tool) throw new Error('not a tool');
  const texts = said.map((each) => (typeof each === 'string' ? { text: each } : each));
  return fillArguments(tool, texts, clock);
}

const order = { order_id: z.string().regex(/^SO-\d{5}$/) };
const visit = { date: z.iso.date(), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) };

describe('ids', () => {
  test('are read in any case and also without their letters', () => {
    expect(fill(order, 'about so-10421 please').values).toEqual({ order_id: 'SO-10421' });
    expect(fill(order, 'it is order 10421').values).toEqual({ order_id: 'SO-10421' });
    expect(fill(order, '订单SO-10421到哪了').values).toEqual({ order_id: 'SO-10421' });
  });

  test('are missing when what was said does not fit', () => {
    expect(fill(order, 'order SO-104 from the 5th')).toEqual({ values: {}, missing: ['order_id'] });
  });

  test('are corrected by later words', () => {
    expect(fill(order, 'SO-10421', 'sorry, SO-10436').values.order_id).toBe('SO-10436');
  });
});

describe('days and times', () => {
  test.each([
    ['on 3 December at 14:30', '2026-12-03', '14:30'],
    ['tomorrow at 9am', '2026-11-21', '09:00'],
    ['next Tuesday, 3 pm', '2026-11-24', '15:00'],
    ['12月3日下午两点半', '2026-12-03', '14:30'],
    ['明天上午十点', '2026-11-21', '10:00'],
    ['下周三下午三点', '2026-11-25', '15:00'],
    ['礼拜六下午，两点吧', '2026-11-21', '14:00'],
    ['the 3rd at half past two', '2026-12-03', '14:30'],
    ['3号三点半', '2026-12-03', '15:30'],
    ['Thursday at 4', '2026-11-26', '16:00'],
    ['next week Thursday 10:30', '2026-11-26', '10:30'],
  ])('%s', (text, date, time) => {
    expect(fill(visit, text).values).toEqual({ date, time });
  });

  test('a day alone leaves the time to be asked', () => {
    expect(fill(visit, 'on Monday please')).toEqual({
      values: { date: '2026-11-23' },
      missing: ['time'],
    });
  });

  test.each([
    ['last Tuesday', '2026-11-17'],
    ['on 12 November', '2026-11-12'],
    ['on the 28th', '2026-10-28'],
    ['周二', '2026-11-17'],
    ['昨天', '2026-11-19'],
    ['12月3日', '2025-12-03'],
  ])('what was paid %s was paid before today', (text, spent_on) => {
    expect(fill({ spent_on: z.iso.date() }, text).values).toEqual({ spent_on });
  });

  test.each(['from Wednesday at 10:00 to Friday at 3pm', '把周三上午10点的预约改到周五下午三点'])(
    '%s: what is moved has the last day and time',
    (text) => {
      const moved = { to_date: z.iso.date(), to_time: visit.time };
      const { to_date, to_time } = fill(moved, text).values;
      expect([to_date, to_time]).toEqual(['2026-11-27', '15:00']);
    },
  );

  test('an id and an amount are no times', () => {
    expect(fill(visit, 'AP-30001, $10.30 or 12.50').values).toEqual({});
  });

  test('a range fills the first and the last day', () => {
    const range = { from_date: z.iso.date().optional(), to_date: z.iso.date().optional() };
    expect(fill(range, 'between December 1 and December 4').values).toEqual({
      from_date: '2026-12-01',
      to_date: '2026-12-04',
    });
  });
});

describe('other arguments', () => {
  test('a choice is known by its synonyms in either language', () => {
    const service = z
      .enum(['repair', 'home-setup'])
      .describe('repair (fix, 修), home-setup (安装)');
    expect(fill({ service }, 'please fix my phone').values).toEqual({ service: 'repair' });
    expect(fill({ service }, '上门安装路由器').values).toEqual({ service: 'home-setup' });
    expect(fill({ service }, 'something else').missing).toEqual(['service']);
  });

  test('an amount needs its currency, a count its unit', () => {
    const shape = { amount: z.number().optional(), quantity: z.int().max(99).optional() };
    expect(fill(shape, 'send $1,250.50 for 2 pieces').values).toEqual({
      amount: 1250.5,
      quantity: 2,
    });
    expect(fill(shape, 'two days ago, for 12 people of room 7').values).toEqual({ quantity: 12 });
    expect(fill(shape, '退3件，共80元').values).toEqual({ amount: 80, quantity: 3 });
    expect(fill(shape, 'I bought it 2 days ago').values).toEqual({});
  });

  test.each([
    ['¥1,299.50', 1299.5, 'CNY'],
    ['$40', 40, 'SGD'],
    ['40 dollars', 40, 'SGD'],
    ['twenty-five dollars', 25, 'SGD'],
    ['US$30', 30, 'USD'],
    ['S$12.30', 12.3, 'SGD'],
    ['四十块', 40, 'SGD'],
    ['两百五十元', 250, 'SGD'],
    ['一千二百块', 1200, 'SGD'],
    ['1299元', 1299, 'SGD'],
    ['３０元', 30, 'SGD'],
    ['40 euros', 40, 'EUR'],
    ['a taxi for 42.50', 42.5, undefined],
  ])('%s is an amount with its currency', (text, amount, currency) => {
    const money = { amount: z.number(), currency: z.enum(['SGD', 'CNY', 'USD', 'EUR']).optional() };
    expect(fill(money, text).values).toEqual(currency ? { amount, currency } : { amount });
  });

  test.each([
    ['I have the receipt', true],
    ['没有小票', false],
    [{ text: 'no, I lost it', asked: 'has_receipt' }, false],
    [{ text: '有的', asked: 'has_receipt' }, true],
    [{ text: 'no', asked: 'has_receipt' }, false],
    ['yes', undefined],
  ])('%j says whether there is one', (said, has_receipt) => {
    const described = 'yes (have the receipt, 有小票), no (no receipt, 没有小票)';
    const flag = { has_receipt: z.boolean().describe(described) };
    expect(fill(flag, said).values.has_receipt).toBe(has_receipt);
  });

  test.each([
    ['Change my address to 5 Quay Road, Singapore 049999, please', '5 Quay Road, Singapore 049999'],
    ['My new address is 22 Palm Walk #05-11.', '22 Palm Walk #05-11'],
    ['send SO-10440 to 3 Hill Lane, 456123', '3 Hill Lane, 456123'],
    ['把地址改成滨海路8号，邮编018900', '滨海路8号，邮编018900'],
    ['change the address of order SO-10440 to my office', undefined],
    ['我要改地址，订单SO-10440', undefined],
  ])('%s', (text, address) => {
    expect(fill({ address: z.string() }, text).values.address).toBe(address);
  });

  test('a reason is taken where it is marked, or as the answer to the question for it', () => {
    const shape = { reason: z.string() };
    expect(fill(shape, 'return it because the sound crackles.').values.reason).toBe(
      'the sound crackles',
    );
    expect(fill(shape, '我要退货，因为有杂音').values.reason).toBe('有杂音');
    expect(fill(shape, 'Please refund SO-10421, they hum').values.reason).toBe('they hum');
    expect(fill(shape, '退货 SO-10421，声音有杂音').values.reason).toBe('声音有杂音');
    expect(fill(shape, 'return SO-10421, please').missing).toEqual(['reason']);
    expect(fill(shape, 'I want to return it').missing).toEqual(['reason']);
    expect(fill(shape, { text: 'Too small.', asked: 'reason' }).values.reason).toBe('Too small.');
  });

  test.each([
    ['请退款 SO-10421，耳机有杂音', '耳机有杂音'],
    ['请为订单 SO-10421 退款，它们有嗡嗡声', '它们有嗡嗡声'],
    ['退货 SO-10421；颜色和图片对不上。', '颜色和图片对不上'],
    ['SO-10421 我要退掉, 屏幕坏了', '屏幕坏了'],
    ['我要退 SO-10421，因为有杂音', '有杂音'],
    ['请退款 SO-10421，耳机什么时候有货', undefined],
    ['请退款 SO-10421，有问题吗', undefined],
    ['请退款 SO-10421，不知道要多久', undefined],
    ['请退款 SO-10421，还有 SO-10440', undefined],
    ['请退款 SO-10421，不好意思', undefined],
    ['请退款 SO-10421，太感谢了', undefined],
    ['请退款 SO-10421，谢谢', undefined],
  ])('«%s» has the reason %s', (text, reason) => {
    expect(fill({ reason: z.string() }, text).values.reason).toBe(reason);
  });

  test('an e-mail address is found in a sentence', () => {
    expect(fill({ email: z.email() }, 'write to ann.lee@example.com, please').values.email).toBe(
      'ann.lee@example.com',
    );
  });

  test('what was said for an earlier request only fills ids, days and choices', () => {
    const shape = { ...order, reason: z.string() };
    const earlier = { text: 'where is SO-10421, because I wait', isEarlier: true };
    expect(fill(shape, earlier, 'I want to return it')).toEqual({
      values: { order_id: 'SO-10421' },
      missing: ['reason'],
    });
  });
});
