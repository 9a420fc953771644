import { expect, test } from 'vitest';
import { readStatement } from './read-statement';

test.each([
  ['Remember that I prefer e-mail.', 'I prefer e-mail'],
  ['please remember: my office closes at four', 'my office closes at four'],
  ['Please note that I’m allergic to nuts!', 'I’m allergic to nuts'],
  ['Please call me Sam.', 'call me Sam'],
  ['From now on, please write in German', 'please write in German'],
  ['Always contact me by phone', 'Always contact me by phone'],
  ['请记住，我对花生过敏。', '我对花生过敏'],
  ['记住我只在周末有空', '我只在周末有空'],
  ['以后请用邮件联系我', '以后请用邮件联系我'],
  ['今后叫我小王', '今后叫我小王'],
  ['叫我老李。', '叫我老李'],
])('«%s» is kept as «%s»', (message, fact) => expect(readStatement(message)).toBe(fact));

test.each([
  'Do you remember that I called?',
  'I remember that it was blue.',
  'Please call me back tomorrow.',
  'Call me when the parcel is there',
  'Remember to send the invoice',
  '请记住密码怎么改',
  '以后退货要多久？',
  'Where is my order?',
  '叫我同事来',
])('«%s» is no such statement', (message) => expect(readStatement(message)).toBeUndefined());
