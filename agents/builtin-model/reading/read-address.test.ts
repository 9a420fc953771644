import { expect, test } from 'vitest';
import { isWhole, readAddress } from './read-address';

test.each([
  [
    'Please leave SO-10440 at 14 Sea Breeze Drive #03-07, Singapore 436001 as I am away',
    '14 Sea Breeze Drive #03-07, Singapore 436001',
  ],
  [
    'we live at Blk 7B Upper Hill Road #12-340 S560007 now',
    'Blk 7B Upper Hill Road #12-340 S560007',
  ],
  [
    'send it to 3 Harbour Quay, Harbour Tower 2, #15-01, Singapore 018983. Order 10440',
    '3 Harbour Quay, Harbour Tower 2, #15-01, Singapore 018983',
  ],
  ['It is 9 Mill Street 12.', '9 Mill Street 12'],
  [
    'SO-10440 to 27 Jalan Kelapa #05-11, Singapore 449900, thanks',
    '27 Jalan Kelapa #05-11, Singapore 449900',
  ],
  ['can it go to 8B Lorong 6 Melati #02-14 S(319006) pls', '8B Lorong 6 Melati #02-14 S(319006)'],
  ['改寄到榕树5街212座 #10-44，邮编529001', '榕树5街212座 #10-44，邮编529001'],
  ['SO-10440，送到惹蘭紅山 12 號 #07-01，150012', '惹蘭紅山 12 號 #07-01，150012'],
  ['地址換成濱海路8號 #05-01，郵編018900，謝謝', '濱海路8號 #05-01，郵編018900'],
  ['寄到我外婆家，湖景路十四号3栋502室', '湖景路十四号3栋502室'],
  ['我住在杭州市西湖区文三路100号', '杭州市西湖区文三路100号'],
  ['请寄到济南市市中区经十路12号', '济南市市中区经十路12号'],
])('in «%s» an address stands out', (text, address) => {
  expect(readAddress(text)).toBe(address);
});

test.each([
  'I need 2 of the cables by the way',
  'change the address of SO-10440 to my office',
  '我在路上了，3点到',
  'refund 40 of it',
  'change it for the 2 cables 10398',
  '9 a'.repeat(7_000),
  '一号'.repeat(1_000),
  '省市'.repeat(1_000),
])('«%s» holds no address', (text) => {
  expect(readAddress(text)).toBeUndefined();
});

test('an address is whole with a unit or a postal code at its end', () => {
  expect(isWhole('14 Sea Breeze Drive, Singapore 436001')).toBe(true);
  expect(isWhole('14 Sea Breeze Drive')).toBe(false);
});
