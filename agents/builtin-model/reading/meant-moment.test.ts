import { expect, test } from 'vitest';
import { readMeantMoment } from './meant-moment';
import { readMoment } from './read-moment';

const clock = { now: new Date('2026-11-20T03:00:00Z'), timeZone: 'Asia/Singapore' };

test.each([
  ['I have a meeting on Monday. Tuesday at 2 pm instead?', '2026-11-24', '14:00'],
  ['Please move it to Wednesday at 9, on Thursday I am travelling', '2026-11-25', '09:00'],
  ['could it be Monday at noon instead of Tuesday at 3 pm', '2026-11-23', '12:00'],
  ['not Monday but Tuesday at a quarter past four', '2026-11-24', '16:15'],
  ['周一下午两点来不了，改到周二上午十点一刻', '2026-11-24', '10:15'],
  ['把周三的安装延到周四早上九点', '2026-11-26', '09:00'],
  ['周二四点吧，三点我要接人', '2026-11-24', '16:00'],
  ['make it Tuesday, ten... no, sorry, half past four pm', '2026-11-24', '16:30'],
  ['改到周二三点吧，周三我要上班', '2026-11-24', '15:00'],
])('«%s»: what is moved goes where it is moved to', (text, day, time) => {
  expect(readMeantMoment(text, clock, { isMoved: true })).toMatchObject({ day, time });
});

test('of what is booked the day that does not suit is not meant', () => {
  const text = 'I cannot come on Monday, please book Tuesday at 11';
  const meant = readMeantMoment(text, clock, { isMoved: false });
  expect(meant).toMatchObject({ day: '2026-11-24', time: '11:00' });
});

test.each([
  ['half 4 on Tuesday', '2026-11-24', '16:30'],
  ['想改 Saturday 下午两点半', '2026-11-21', '14:30'],
  ['half eleven on Tuesday', '2026-11-24', '11:30'],
  ['Monday, twenty to three', '2026-11-23', '14:40'],
  ['ten thirty on Monday', '2026-11-23', '10:30'],
  ['next Monday 10.30am', '2026-11-23', '10:30'],
  ['Tuesday at five after all', '2026-11-24', '17:00'],
  ['tomorrow, eleven in the morning', '2026-11-21', '11:00'],
  ['周二十点', '2026-11-24', '10:00'],
  ['周二二十二点', '2026-11-24', '22:00'],
  ['十二月三号下午四点三刻', '2026-12-03', '16:45'],
  ['下下周一下午两点', '2026-11-30', '14:00'],
  ['at one of your shops on Tuesday', '2026-11-24', undefined],
  ['9/12 at 4 pm', undefined, '16:00'],
  ['25/12 at 4 pm', '2026-12-25', '16:00'],
])('«%s» is read', (text, day, time) => {
  expect(readMoment(text, clock)).toMatchObject({ ...(day && { day }), ...(time && { time }) });
  expect(readMoment(text, clock).day).toBe(day);
});

test.each([
  ['3.15 in the afternoon on Monday', '2026-11-23', '15:15'],
  ['book it now, for Monday at ten', '2026-11-23', '10:00'],
  ['现在帮我约下周一上午十点', '2026-11-23', '10:00'],
])('«%s» is read, without the moment of now', (text, day, time) => {
  expect(readMoment(text, clock)).toMatchObject({ day, time });
});

test.each([
  'an hour later',
  'please do it right now',
  '周一同一时间',
  'at the same time on Monday',
])('«%s» names no time of day', (text) => {
  expect(readMoment(text, clock).time).toBeUndefined();
});

test('a formal change goes where it is changed to', () => {
  const text = '原定周三16:00的上门安装，需调整至周四上午9:30，谢谢';
  expect(readMeantMoment(text, clock, { isMoved: true })).toMatchObject({
    day: '2026-11-26',
    time: '09:30',
  });
});

test('when something broke is no time for its repair', () => {
  const text = 'My kettle stopped on Sunday at nine, just so. Could somebody see it on Monday?';
  const meant = readMeantMoment(text, clock, { isMoved: false });
  expect(meant).toMatchObject({ day: '2026-11-23' });
  expect(meant.time).toBeUndefined();
});
