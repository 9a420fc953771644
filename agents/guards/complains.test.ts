import { describe, expect, test } from 'vitest';
import { complains } from './complains';

describe('a person who complains is heard', () => {
  test.each([
    "this is the third time I'm complaining, I am really angry",
    'I want to make a complaint',
    "I'd like to file a formal complaint about your courier",
    'I have a complaint',
    'I want to complain about the last repair',
    'Consider this a formal complaint.',
    'I have complained twice and nobody answered',
    'My parcel is late again. I’m furious!',
    'I am so fed up with waiting',
    'This is absolutely unacceptable',
    'I am really angry, how do I file a complaint?',
    '我要投诉',
    '质量有问题，我要投诉！',
    '我要投诉你们的客服',
    '投诉你们的快递',
    '这已经是第三次投诉了',
    '我真的很生气',
    '等了一个月还没到，气死我了',
    '你们这是什么态度',
  ])('%s', (text) => {
    expect(complains(text)).toBe(true);
  });
});

describe('words about complaints are none', () => {
  test.each([
    'how do I file a complaint?',
    'Where do I lodge a complaint',
    'Can I file a complaint online?',
    'What happens when a customer complains?',
    'A customer writes: I am really angry. What should I answer?',
    "I'm not complaining, just asking",
    "I don't want to complain, but when does it arrive?",
    'I have no complaints, thank you',
    'Is it unacceptable to return an opened box?',
    'My order arrived broken',
    'Angry Birds plush, is it in stock?',
    '怎么投诉？',
    '投诉电话是多少',
    '我要投诉的话找谁',
    '投诉你们需要什么材料吗？',
    '客户投诉怎么处理',
    '客户说他很生气，怎么回复',
    '我不想投诉，只想退款',
    '我不是很生气',
    '送货的人态度很差',
  ])('%s', (text) => {
    expect(complains(text)).toBe(false);
  });
});
