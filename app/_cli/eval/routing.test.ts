import { expect, test } from 'vitest';
import { scoreRouting } from './routing';

test('routing is scored by route and language, and needless calls are counted', () => {
  const report = scoreRouting([
    { text: 'where is my parcel', lang: 'en', route: 'support' },
    { text: '帮我约下周三的会议', lang: 'zh', route: 'scheduling' },
    { text: 'tell me a joke', lang: 'en', route: 'none' },
    { text: 'where is my invoice', lang: 'en', route: 'none' },
  ]);
  expect(report).toMatchObject({ count: 4, accuracy: 0.75, needlessCalls: 0.5 });
  expect(report.byRoute.none).toEqual({ count: 2, accuracy: 0.5 });
  expect(report.byLanguage.zh).toEqual({ count: 1, accuracy: 1 });
  expect(report.macroF1).toBeCloseTo((1 + 1 + 2 / 3) / 3);
});

test('several acceptable routes, and all wanted ones of a message with two requests, count', () => {
  const report = scoreRouting([
    { text: 'my payment failed', lang: 'en', acceptable: ['support', 'finance'] },
    {
      text: 'My laptop is broken, and please send me the March invoice',
      lang: 'en',
      routes: ['support', 'finance'],
    },
  ]);
  expect(report.accuracy).toBe(1);
});
