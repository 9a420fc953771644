import { expect, test } from 'vitest';
import { shownText } from './shown-text';

test.each([
  ['direction', 'Pay \u202E000,1\u202C now', 'Pay ⟨U+202E⟩000,1⟨U+202C⟩ now'],
  [
    'isolates and marks',
    '\u2066a\u2069\u200E\u200F\u061C',
    '⟨U+2066⟩a⟨U+2069⟩⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩',
  ],
  ['no width', 'SO\u200B-1\uFEFF\u2060', 'SO⟨U+200B⟩-1⟨U+FEFF⟩⟨U+2060⟩'],
  ['controls', 'a\u0000\u001B[2K\u0085\rb', 'a⟨U+0000⟩⟨U+001B⟩[2K⟨U+0085⟩⟨U+000D⟩b'],
  ['a join of what does not join', 'a\u200Db 3\uFE0F', 'a⟨U+200D⟩b 3⟨U+FE0F⟩'],
  ['fillers, tags and half characters', '\u3164\u{E0041}\uD800', '⟨U+3164⟩⟨U+E0041⟩⟨U+D800⟩'],
  ['separators', 'a\u2028b', 'a⟨U+2028⟩b'],
])('%s: what nobody would see is written out', (_, text, shown) => {
  expect(shownText(text)).toBe(shown);
  expect(shownText(shown)).toBe(shown);
});

test.each([
  'Zoë Müller, Nguye\u0302\u0303n',
  '请退款 329.00 元，收件人：葛\u{E0100}先生',
  'مرحبا 👩🏽‍⚕️ 👨‍👩‍👧‍👦 ❤️ ☎︎ 🏳️‍🌈 1️⃣ 🇸🇬 \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
  'two\n\tlines',
])('%s stays as it is', (text) => {
  expect(shownText(text)).toBe(text);
});

test('line ends of another system are line ends', () => {
  expect(shownText('one\r\ntwo')).toBe('one\ntwo');
});
