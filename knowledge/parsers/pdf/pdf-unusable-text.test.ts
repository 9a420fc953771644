import { expect, test } from 'vitest';
import { isUnusable } from './pdf-unusable-text';

const english =
  'Boats are kept in the harbour from April to October. Whoever wants to keep a boat there writes to the harbour master, who has a list of free places and gives them away in the order in which they asked. A place costs four hundred for the season, and the fee is due in March.';
const german =
  'Die Boote liegen von April bis Oktober im Hafen. Wer einen Liegeplatz wünscht, schreibt an den Hafenmeister, der eine Liste der freien Plätze führt und sie in der Reihenfolge der Anfragen vergibt. Ein Platz kostet vierhundert für die Saison, und die Gebühr ist im März fällig.';
const chinese =
  '每年四月至十月，船只停放在港口内。需要停船位的人员应当向港口管理员提出书面申请，由管理员按照申请的先后次序分配空余船位。';
const traditional =
  '每年四月至十月，船隻停放在港口內。需要停船位的人員應當向港口管理員提出書面申請，由管理員按照申請的先後次序分配空餘船位。';
const japanese =
  '船は四月から十月まで港に置かれます。係留を希望する方は港長に書面で申し込んでください。空いている場所は申し込み順に割り当てられます。';
const figures =
  'A-1007 12,450.00 3 PCS SKU-99412 2026-03-01 14.5 % 0.00 7,120.30 XK-22 EUR CHF '.repeat(4);
const codes =
  'const total = rows.map((row) => row.price * row.count).filter((x) => x > 0).length;\n'.repeat(4);

test.each([
  ['English', english],
  ['German', german],
  ['simplified Chinese', chinese],
  ['traditional Chinese', traditional],
  ['Japanese', japanese],
  ['figures and part numbers', figures],
  ['a program', codes],
  ['a short line', 'Page 3 of 7'],
  ['Russian', 'Лодки стоят в гавани с апреля по октябрь, место стоит четыреста за сезон.'],
  ['bullets and arrows', '• Ropes ➢ Knots ✓ Sails ★ Boats and what belongs to them'],
])('%s is usable', (_what, text) => {
  expect(isUnusable(text, 0)).toBe(false);
});

const shift = (text: string, by: number) =>
  [...text].map((character) => String.fromCharCode(character.charCodeAt(0) + by)).join('');
const shuffled = 'qwertyuiopasdfghjklzxcvbnm';

test.each([
  ['letters that are numbers of glyphs', shift(english, -29), 45],
  [
    'letters of a subset in the order of their use',
    english.toLowerCase().replace(/[a-z]/g, (letter) => shuffled[letter.charCodeAt(0) - 97] ?? ''),
    0,
  ],
  ['private characters', english.replace(/\w/g, (letter) => shift(letter, 0xf000)), 0],
  ['replacement characters', english.replace(/\w/g, '\ufffd'), 0],
  ['control characters that were all taken out', 'a b', 200],
  ['Chinese that is numbers of glyphs', shift(chinese, 4001), 0],
  [
    'letters out of all scripts',
    Array.from({ length: 200 }, (_, at) => String.fromCharCode(200 + at * 37)).join(''),
    0,
  ],
])('%s are not what the page shows', (_what, text, lost) => {
  expect(isUnusable(text, lost)).toBe(true);
});
