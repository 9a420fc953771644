import { needsSpace } from '../clean-text';

/** Signs that are as narrow as Latin ones to the reader, though they stand among Chinese characters. */
const wideSigns = new Map([
  [',', '，'],
  [':', '：'],
  [';', '；'],
  ['?', '？'],
  ['!', '！'],
]);

/** Words of a line as one text: without spaces among Chinese characters, and with their signs. */
export function printedText(words: string[]): string {
  return words
    .reduce((text, word) => text + (text !== '' && needsSpace(text, word) ? ' ' : '') + word, '')
    .replace(/(?<=\p{Script=Han}) ?([,:;?!]) ?/gu, (_, sign: string) => wideSigns.get(sign) ?? sign)
    .replace(/ ?\( ?(?=\p{Script=Han})/gu, '（')
    .replace(/(?<=\p{Script=Han}) ?\) ?/gu, '）');
}
