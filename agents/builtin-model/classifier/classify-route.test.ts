import { describe, expect, test } from 'vitest';
import { classifyRoute } from './classify-route';
import { classifyRoutes } from './classify-routes';
import { readExamples, routes } from './read-examples';

describe('a message finds its specialist', () => {
  test.each([
    ['my washing machine was delivered with a dent, I want it replaced', 'support'],
    ['cannot sign in since I changed my phone', 'support'],
    ['what do you still get from me for the March bill', 'finance'],
    ['how many euros would I get for 80 dollars', 'finance'],
    ['put the team lunch on my calendar for Thursday noon', 'scheduling'],
    ['could a mechanic look at my van on Monday, please arrange it', 'scheduling'],
    ['is it going to be sunny in Rome', 'none'],
    ['play me something by Bach', 'none'],
    ['收到的杯子碎了，怎么换货', 'support'],
    ['上个月的报销款到账了吗', 'finance'],
    ['帮我约下周三下午的会议', 'scheduling'],
    ['武汉明天会下雨吗', 'none'],
  ])('%s → %s', (text, route) => {
    expect(classifyRoute(text).route).toBe(route);
  });

  test('written in traditional characters as in simplified ones', () => {
    expect(classifyRoute('我要申請退貨退款').route).toBe('support');
  });

  test('with probabilities that sum to one', () => {
    const { scores, confidence } = classifyRoute('where is my order');
    expect(Object.values(scores).reduce((sum, score) => sum + score)).toBeCloseTo(1);
    expect(confidence).toBe(Math.max(...Object.values(scores)));
  });

  test('is told apart with less certainty where two would do', () => {
    const clear = classifyRoute('I want to return my shoes').confidence;
    expect(classifyRoute('my transfer failed').confidence).toBeLessThan(clear);
  });
});

describe('a message with two requests', () => {
  test('becomes two tasks in the order they were made', () => {
    const tasks = classifyRoutes('My laptop does not start, and please send me the March invoice');
    expect(tasks.map(({ route }) => route)).toEqual(['support', 'finance']);
    expect(tasks[1]?.task).toContain('March invoice');
  });

  test('in Chinese too', () => {
    const tasks = classifyRoutes('帮我查一下快递到哪了，再提醒我明天开会');
    expect(tasks.map(({ route }) => route)).toEqual(['support', 'scheduling']);
  });

  test('stays one task when both halves are for the same specialist', () => {
    const text = 'Where is my order, and when will it be delivered?';
    expect(classifyRoutes(text).map(({ task }) => task)).toEqual([text]);
  });
});

test('no utterance is an example of two routes', () => {
  const all = routes().flatMap((route) => readExamples(route).map((text) => text.toLowerCase()));
  expect(all.filter((text, at) => all.indexOf(text) !== at)).toEqual([]);
});
