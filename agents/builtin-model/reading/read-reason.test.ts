import { expect, test } from 'vitest';
import { readReason, tellsReason } from './read-reason';

test.each([
  ['Please take the mouse back, the wheel sticks. SO-10302', 'the wheel sticks'],
  ['SO-10302 - the speaker hums at night. Can I send it back?', 'the speaker hums at night'],
  ['return the mouse (too small for my hand)', 'too small for my hand'],
  ['I contest INV-2026-0042: we agreed on 280, not 329', 'we agreed on 280, not 329'],
  [
    'The stand wobbles and the screen has a dead line, so I would like my money back',
    'The stand wobbles and the screen has a dead line',
  ],
  ['SO-10302 的鼠标太小要退货', '鼠标太小'],
  [
    'Correct INV-2026-0042. I ordered on the first day and it should be 280.',
    'I ordered on the first day and it should be 280',
  ],
  ['音箱一直嗡嗡响，SO-10302，想退掉', '音箱一直嗡嗡响'],
  ['SO-10302，鍵盤少了一個鍵帽，麻煩退款', '鍵盤少了一個鍵帽'],
  ['INV-2026-0017 没做完却收全款，我要申诉', 'INV-2026-0017 没做完却收全款'],
])('«%s» tells the reason', (text, reason) => {
  expect(readReason(text)).toBe(reason);
});

test.each([
  'Hello, I would like to return the mouse from SO-10302, thank you',
  'I ordered a mouse last week, can I return it?',
  'refund SO-10302 as soon as possible',
  'My bill is wrong, I object',
  'the mouse',
  'SO-10302, the second one',
  '你好，我上周买了个鼠标，想退货',
  '退款 SO-10302，多久能到账',
  '这张发票有误，我要申诉',
  '第二个',
  '我對發票有意見',
])('«%s» tells none', (text) => {
  expect(readReason(text)).toBeUndefined();
});

test.each([
  [`${'1'.repeat(60)} kaputt`, false],
  [`${'SO-10302 '.repeat(60)}kaputt`, false],
  [`${'里的'.repeat(60)}坏`, true],
])('however often numbers and names are repeated, it is told at once: %s', (text, isReason) => {
  expect(tellsReason(text)).toBe(isReason);
});
