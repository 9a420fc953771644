import { describe, expect, test } from 'vitest';
import type { BoundTool } from '@/agents/builtin-model/bound-tool';
import { toBoundTool } from '@/agents/builtin-model/bound-tool';
import { fillArguments } from '@/agents/builtin-model/reading/fill-arguments';
import { chooseConnected, rankConnected } from './choose-connected';

interface Foreign {
  name: string;
  titles: [en: string, zh: string];
  description: string;
  properties?: Record<string, unknown>;
  required?: string[];
  en?: string[];
  zh?: string[];
}

/** A connected tool as the built-in model is given it. */
function bound({ name, titles, description, en = [], zh = [], ...input }: Foreign): BoundTool {
  const { properties = {}, required = Object.keys(properties) } = input;
  const made = toBoundTool({
    name,
    description,
    parameters: { type: 'object', properties, required },
    metadata: {
      examples: { en, zh },
      connected: { titles: { en: titles[0], zh: titles[1] } },
    },
  });
  if (!made) throw new Error(`${name} was not read`);
  return made;
}

const weather = bound({
  name: 'get_weather',
  titles: ['Weather forecast', '天气预报'],
  description: 'The weather in a city now and in the next days',
  properties: { city: { type: 'string' } },
});
const shop = bound({
  name: 'find_parcel_shop',
  titles: ['Parcel shop', '快递网点'],
  description: 'Finds the parcel shop for an id',
  properties: { shopId: { type: 'string' } },
  en: ['Where is parcel shop PS-12?'],
  zh: ['快递网点PS-12在哪里'],
});
const ticket = bound({
  name: 'create_ticket',
  titles: ['Create a ticket', '创建工单'],
  description: 'Opens a ticket for the facility team',
  properties: {
    subject: { type: ['string', 'null'], maxLength: 60 },
    priority: { anyOf: [{ enum: ['low', 'high'], type: 'string' }, { type: 'null' }] },
    seat: { type: 'string', pattern: '^[A-Z]{1,3}[ -]?\\w+$', format: undefined },
  },
  required: ['subject', 'priority'],
  en: ['Open a ticket for the broken lamp', 'Report that something is broken in the office'],
  zh: ['帮我开一个工单', '报修会议室的灯'],
});
const sum = bound({
  name: 'get_sum',
  titles: ['Sum', '求和'],
  description: 'Adds two numbers',
  properties: { a: { type: 'number' }, b: { type: 'number' } },
});
const tools = [weather, shop, ticket, sum];
const clock = { now: new Date('2026-03-02T09:00:00Z'), timeZone: 'UTC' };

test.each([
  ["What's the weather in Oslo?", 'get_weather'],
  ['查一下奥斯陆的天气预报', 'get_weather'],
  ['奥斯陆天气怎么样？', 'get_weather'],
  ['Where is the parcel shop PS-99?', 'find_parcel_shop'],
  ['网点PS-99在哪', 'find_parcel_shop'],
  ['Please open a ticket: the lamp in room 4 is broken', 'create_ticket'],
  ['请帮我开个工单', 'create_ticket'],
  ['What is the sum of 17 and 25?', 'get_sum'],
])('«%s» is for %s', (text, name) => {
  expect(chooseConnected(text, tools)?.tool.name).toBe(name);
});

test.each([
  'Where is my order SO-10001?',
  'How long do refunds take?',
  'hello',
  'I want to return my headphones',
  'When is my package arriving?',
  'what are your opening hours',
  'Book an appointment on Friday',
  '你们几点开门',
  '我的订单到哪里了',
  '我要退货',
  '怎么开发票',
])('«%s» is for none of them', (text) => {
  expect(chooseConnected(text, tools)).toBeUndefined();
});

describe('arguments are taken from a request only where they can be meant by nothing else', () => {
  test.each<[BoundTool, string, object]>([
    [weather, "What's the weather in Oslo?", { city: 'Oslo' }],
    [weather, 'How is the weather in New York City today?', { city: 'New York City' }],
    [weather, 'What is the weather like?', {}],
    [shop, 'Where is parcel shop PS-99?', { shopId: 'PS-99' }],
    [shop, '网点PS-99在哪', { shopId: 'PS-99' }],
    [shop, 'Is it PS-99 or PS-98?', {}],
    [sum, 'What is the sum of 17 and 25?', { a: 17, b: 25 }],
    [sum, 'the sum of 17', {}],
    [
      ticket,
      'Open a ticket with high priority, subject: Broken lamp',
      { priority: 'high', subject: 'Broken lamp' },
    ],
    [ticket, '开个工单，标题“灯坏了”', { subject: '灯坏了' }],
  ])('%o', (tool, text, values) => {
    expect(fillArguments(tool, [{ text }], clock).values).toEqual(values);
  });

  const cityWeather = bound({
    name: 'get_weather_of_city',
    titles: ['Weather', '天气'],
    description: 'The weather in a city',
    properties: { city: { type: 'string', maxLength: 12 } },
    en: ['Weather in Oslo'],
    zh: ['上海天气怎么样', '北京的天气'],
  });
  const search = bound({
    name: 'search_goods',
    titles: ['Search goods', '搜索商品'],
    description: 'Finds goods by words',
    properties: { words: { type: 'string' } },
    zh: ['搜索红色的鞋', '请帮我搜索蓝牙耳机'],
  });
  const inOneCity = bound({
    name: 'look_outside',
    titles: ['Weather', '天气预报'],
    description: 'The weather in a city',
    properties: { city: { type: 'string' } },
    zh: ['上海天气怎么样', '上海下雨吗'],
  });

  test.each<[BoundTool, string, object]>([
    [cityWeather, '上海天气怎么样', { city: '上海' }],
    [cityWeather, '北京的天气', { city: '北京' }],
    [cityWeather, '伦敦今天天气怎么样？', { city: '伦敦' }],
    [cityWeather, '请问明天在哥本哈根的天气如何', { city: '哥本哈根' }],
    [cityWeather, '帮我查一下查尔斯顿现在的天气', { city: '查尔斯顿' }],
    [cityWeather, 'London的天气怎么样', { city: 'London' }],
    [cityWeather, '那伦敦未来三天的天气呢', { city: '伦敦' }],
    [cityWeather, '今天天气怎么样', {}],
    [cityWeather, '你们那里天气怎么样', {}],
    [cityWeather, '哪个城市的天气最好', {}],
    [cityWeather, '我下周去伦敦，天气怎么样', {}],
    [cityWeather, '北京和上海的天气', {}],
    [cityWeather, '会下雨吗', {}],
    [search, '搜索黑色背包', { words: '黑色背包' }],
    [inOneCity, '上海热不热', {}],
    [ticket, '帮我开一个灯的工单', {}],
  ])('in Chinese where its examples have it: %o %s', (tool, text, values) => {
    expect(fillArguments(tool, [{ text }], clock).values).toEqual(values);
  });

  test('an answer that does not fit is no answer', () => {
    const said = [{ text: 'x'.repeat(80), asked: 'subject' }];
    expect(fillArguments(ticket, said, clock).missing).toContain('subject');
  });
});

/** A word of its own for a number. */
const wordFor = (at: number) =>
  [...String(at)]
    .map((digit) => ['ka', 'lo', 'mi', 'nu', 'pe', 'ri', 'so', 'tu', 'va', 'zo'][Number(digit)])
    .join('');

test('of five hundred tools the same few come first', () => {
  const many = Array.from({ length: 500 }, (_, at) =>
    bound({
      name: `tool_${at}`,
      titles: [`Machine ${wordFor(at)}`, `机器${at}`],
      description: `Does work of kind ${at}`,
      en: [`start machine ${wordFor(at)}`, `what is ${wordFor(at)} doing`],
    }),
  );
  const first = (text: string) => rankConnected([text], [...many, weather])[0]?.tool.name;
  expect(first('weather in Oslo')).toBe('get_weather');
  expect(first(`what is machine ${wordFor(77)} doing`)).toBe('tool_77');
});
