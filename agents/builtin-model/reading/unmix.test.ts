import { expect, test } from 'vitest';
import { unmix } from './unmix';

test.each([
  ['帮我 book 周五三点 repair lah', '帮我预约周五三点维修 '],
  ['这个 cable 我要 return，SO-10398', '这个数据线我要退货，SO-10398'],
])('«%s» is «%s»', (mixed, chinese) => {
  expect(unmix(mixed).trim()).toBe(chinese.trim());
});

test.each(['cancel my booking', '改送到 1 Bay Plaza #20-20', 'please book the 明 room'])(
  '«%s» is left as it is',
  (text) => {
    expect(unmix(text)).toBe(text);
  },
);
