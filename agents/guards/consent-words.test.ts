import { describe, expect, test } from 'vitest';
import { readConsent } from './consent-words';

describe('a short reply to a question for consent', () => {
  test.each([
    'yes',
    'Yes, please',
    'OK!',
    'confirm',
    'go ahead',
    '好的',
    '确认',
    '可以。',
    '好的，确认',
  ])('%s is a yes', (text) => expect(readConsent(text)).toBe('yes'));
  test.each(['no', 'No, thanks', 'cancel', "don't do it", 'never mind', '取消', '不用了', '算了'])(
    '%s is a no',
    (text) => expect(readConsent(text)).toBe('no'),
  );
  test.each([
    'yes but on Friday',
    'no idea',
    'cancel my order SO-10001',
    'ok, and where is my invoice?',
    '好的，改成周五',
    '取消订单SO-10001',
    'yesterday',
    '',
  ])('"%s" is neither', (text) => expect(readConsent(text)).toBeUndefined());
});
