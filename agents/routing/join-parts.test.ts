import { expect, test } from 'vitest';
import { joinParts } from './join-parts';
import { splitTasks } from './split-tasks';

const requestsIn = (text: string) => joinParts(splitTasks(text)).map(({ to }) => to);

test.each([
  'My speaker hums and crackles all the time. Could someone at the repair desk see it on Monday at 11?',
  'I no longer need the visit on Monday, since the router came back to life. Could you cancel it?',
  'INV-2026-0042 这张账单我不认，网上写的是 280，你们收了 329。',
  'I have two requests. Could you send me INV-2026-0035?',
  '我的键盘按键失灵了，可以约星期三下午三点去店里修吗',
])('«%s» is one request, with its story', (text) => {
  expect(requestsIn(text)).toEqual([]);
});

test.each([
  [
    "Mail me INV-2026-0035, and I'd also need a repair on Monday at 11 am, the wheel is stuck.",
    ['finance', 'scheduling'],
  ],
  ['Two questions: has INV-2026-0043 been paid, and where is SO-10440?', ['finance', 'support']],
  ['我要申诉INV-2026-0017，活没干完，另外把周三的维修取消', ['finance', 'scheduling']],
])('«%s» is two', (text, to) => {
  expect(requestsIn(text)).toEqual(to);
});
