import { describe, expect, test } from 'vitest';
import { asksForPerson } from './asks-for-person';

describe('a person who wants a human being is heard', () => {
  test.each([
    'I want to talk to a human',
    'let me speak with an agent',
    'Can I chat to a real person please?',
    'connect me to customer service',
    'Transfer me to a representative now',
    'human please',
    'agent',
    'I need a real person',
    'get me a human!',
    'I would like to speak to someone',
    'can you put me through to your manager',
    'Is there a live agent?',
    '转人工',
    '帮我转人工客服',
    '找人工客服',
    '我要人工',
    '我想跟真人聊',
    '有没有人工客服',
    '叫你们经理来',
    '我要和客服人员沟通',
    '不想跟机器人说了',
    '人工',
  ])('%s', (text) => {
    expect(asksForPerson(text)).toBe(true);
  });
});

describe('words about people are no such wish', () => {
  test.each([
    'the person who delivered my parcel was rude',
    'How many people can sit in the meeting room?',
    'I do not want to talk to a human, just tell me the price',
    'Who is the account manager of Acme?',
    'Human resources handbook, page 3',
    'What does a travel agent need to book?',
    'Can I talk about my order?',
    'is a person allowed to bring a guest',
    'My agent number is 4411',
    '人工智能是什么',
    '维修的人工费是多少',
    '不用转人工，你告诉我就行',
    '送货的人态度很差',
    '报销单谁来审批',
    '一个人可以领几张优惠券',
  ])('%s', (text) => {
    expect(asksForPerson(text)).toBe(false);
  });
});

test.each(['找你们', '叫给一个', 'how what cost '])(
  '200,000 characters of «%s» are read at once',
  (words) => {
    const start = words.slice(0, 1);
    expect(asksForPerson(start + words.slice(1).repeat(200_000 / words.length))).toBeTypeOf(
      'boolean',
    );
  },
);
