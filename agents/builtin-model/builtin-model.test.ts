import { AIMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { createAgent } from 'langchain';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BuiltinModel } from './builtin-model';

const orderStatus = tool(
  async ({ order_id }) => JSON.stringify({ outcome: 'ok', order_id, state: 'shipped' }),
  {
    name: 'look_up_parcel',
    description: 'Where an order is.',
    schema: z.object({
      order_id: z
        .string()
        .regex(/^SO-\d{5}$/)
        .describe('order number'),
    }),
    metadata: {
      examples: {
        en: ['where is my order', 'track order SO-10001', 'has my order shipped'],
        zh: ['我的订单到哪了', '查一下订单状态'],
      },
    },
  },
);

const bookVisit = tool(async () => JSON.stringify({ outcome: 'ok' }), {
  name: 'book_visit',
  description: 'Books a visit.',
  schema: z.object({
    start: z.iso.datetime().describe('when the visit begins'),
    email: z.email().optional(),
  }),
  metadata: {
    examples: {
      en: ['book an appointment', 'I want to book a visit on Friday at 10'],
      zh: ['我想预约', '帮我预约周五上午十点'],
    },
  },
});

const model = new BuiltinModel({
  timeZone: 'Asia/Shanghai',
  now: () => new Date('2026-11-20T03:00:00Z'),
});
const bound = model.bindTools([orderStatus, bookVisit]);

const passages = `Answer from these.
<passages>
<passage n="1" document="Returns" page="2">
Returned goods are checked within two days. Refunds take five working days after the check. Gift cards are not refunded.
</passage>
<passage n="2" document="退货政策">
收到商品后七天内可以退货。退款在三个工作日内原路退回。
</passage>
</passages>`;

function ask(question: string, system = passages) {
  return bound.invoke([new SystemMessage(system), new HumanMessage(question)]);
}

describe('a question that the documents answer', () => {
  test('is answered with the sentence, word for word, and its citation', async () => {
    const answer = await ask('How long do refunds take?');
    expect(answer.text).toContain('Refunds take five working days after the check.');
    expect(answer.text).toContain('[1]');
    expect(answer.tool_calls).toEqual([]);
  });

  test('in Chinese is answered from the Chinese document', async () => {
    const answer = await ask('退款多久能退回来？');
    expect(answer.text).toContain('退款在三个工作日内原路退回。');
    expect(answer.text).toContain('[2]');
  });

  test('streams word by word through the callback', async () => {
    const tokens: string[] = [];
    const stream = await model.stream(
      [new SystemMessage(passages), new HumanMessage('How long do refunds take?')],
      { callbacks: [{ handleLLMNewToken: (token) => void tokens.push(token) }] },
    );
    let text = '';
    for await (const chunk of stream) text += chunk.text;
    expect(tokens.length).toBeGreaterThan(5);
    expect(tokens.join('')).toBe(text);
  });

  test('stops streaming when the turn is stopped', async () => {
    const stop = new AbortController();
    const read = async () => {
      const stream = await model.stream(
        [new SystemMessage(passages), new HumanMessage('How long do refunds take?')],
        { signal: stop.signal },
      );
      for await (const _ of stream) stop.abort();
    };
    await expect(read()).rejects.toThrow(/abort/i);
  });
});

describe('a question that nothing answers', () => {
  test('is not answered; a person is offered', async () => {
    const answer = await ask('Who founded the company?', '<passages></passages>');
    expect(answer.text).toContain('person');
    expect(answer.text).not.toMatch(/\[\d\]/);
  });

  test('in Chinese says so in Chinese', async () => {
    expect((await ask('公司创始人是谁？', '<passages></passages>')).text).toContain('人工');
  });
});

describe('a request for a tool', () => {
  test('calls it with the id from the message', async () => {
    const answer = await ask('where is my order so-10001?');
    expect(answer.tool_calls).toMatchObject([
      { name: 'look_up_parcel', args: { order_id: 'SO-10001' } },
    ]);
  });

  test('reads day and hour in the time zone of the desk', async () => {
    const english = await ask('Please book an appointment on 3 December at 14:30');
    expect(english.tool_calls?.[0]?.args).toEqual({ start: '2026-12-03T06:30:00.000Z' });
    const chinese = await ask('帮我预约明天上午十点');
    expect(chinese.tool_calls?.[0]?.args).toEqual({ start: '2026-11-21T02:00:00.000Z' });
  });

  test('asks for what is missing and goes on with the answer', async () => {
    const first = await ask('where is my order?');
    expect(first.tool_calls).toEqual([]);
    expect(first.text).toContain('Which order');
    const second = await bound.invoke([
      new HumanMessage('where is my order?'),
      new AIMessage(first.text),
      new HumanMessage('10002'),
    ]);
    expect(second.tool_calls?.[0]?.args).toEqual({ order_id: 'SO-10002' });
  });

  test('puts a day and an hour from two messages together', async () => {
    const first = await ask('I want to book a visit on 3 December');
    const second = await bound.invoke([
      new HumanMessage('I want to book a visit on 3 December'),
      new AIMessage(first.text),
      new HumanMessage('at 9am please'),
    ]);
    expect(second.tool_calls?.[0]?.args).toEqual({ start: '2026-12-03T01:00:00.000Z' });
  });

  test('is asked again for an answer without the id, and never made up', async () => {
    const first = await ask('我的订单到哪了');
    const second = await bound.invoke([
      new HumanMessage('我的订单到哪了'),
      new AIMessage(first.text),
      new HumanMessage('我不记得了'),
    ]);
    expect(second.tool_calls).toEqual([]);
    expect(second.text).toContain('订单号');
  });

  test('is dropped when the person takes it back', async () => {
    const first = await ask('where is my order?');
    const second = await bound.invoke([
      new HumanMessage('where is my order?'),
      new AIMessage(first.text),
      new HumanMessage('never mind'),
    ]);
    expect(second.tool_calls).toEqual([]);
    expect(second.text).toContain('leave it');
  });

  test('gives way to another question asked instead of an answer', async () => {
    const first = await ask('where is my order?');
    const second = await bound.invoke([
      new SystemMessage(passages),
      new HumanMessage('where is my order?'),
      new AIMessage(first.text),
      new HumanMessage('How long do refunds take?'),
    ]);
    expect(second.text).toContain('five working days');
  });
});

describe('a tool result', () => {
  test('becomes a sentence that says only what the result says', async () => {
    const answer = await bound.invoke([
      new HumanMessage('where is my order SO-10001?'),
      new AIMessage({
        content: '',
        tool_calls: [{ name: 'look_up_parcel', args: { order_id: 'SO-10001' }, id: 'c1' }],
      }),
      new ToolMessage({
        tool_call_id: 'c1',
        content: JSON.stringify({ outcome: 'not_found', order_id: 'SO-10001' }),
      }),
    ]);
    expect(answer.text).toContain('could not find');
  });

  test('reaches the person through an agent that runs the tool', async () => {
    const agent = createAgent({ model, tools: [orderStatus], systemPrompt: passages });
    const { messages } = await agent.invoke({
      messages: [new HumanMessage('where is my order SO-10001?')],
    });
    expect(messages.map((message) => message.type)).toEqual(['human', 'ai', 'tool', 'ai']);
    expect(messages.at(-1)?.text).not.toBe('');
  });
});

test('an answer without words is replied to in the language of the conversation', async () => {
  const first = await ask('我想预约');
  const second = await bound.invoke([
    new HumanMessage('我想预约'),
    new AIMessage(first.text),
    new HumanMessage('11:00'),
  ]);
  expect(second.text).toMatch(/哪一天/);
});

test('a wish that is nobody’s task is declined; a question of that kind offers a person', async () => {
  const empty = '<passages></passages>';
  expect((await ask('tell me a joke', empty)).text).toContain('not something I can do');
  expect((await ask('给我讲个笑话', empty)).text).toContain('办不到');
  expect((await ask('What is the capital of Mongolia?', empty)).text).toContain('to a person');
});

test('says what it is when asked', async () => {
  expect((await ask('Are you a robot?')).text).toContain('without a language model');
  expect((await ask('你是机器人吗？')).text).toContain('不带大语言模型');
});
