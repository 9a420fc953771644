import { expect, test } from 'vitest';
import { correctSpelling, spellingsOf } from './correct-spelling';

const known = spellingsOf(['cancel the appointment', 'change my address', 'moved to Friday']);

test.each([
  ['cancle my apointment', 'cancel my appointment'],
  ['Chnage my adress', 'change my address'],
  ['addresss', 'address'],
])('«%s» is spelled «%s»', (written, meant) => {
  expect(correctSpelling(written, known)).toBe(meant);
});

test.each(['Camera and hanger', 'the channel', '取消 booking', 'SO-10421'])(
  '«%s» is left alone',
  (text) => {
    expect(correctSpelling(text, known)).toBe(text);
  },
);
