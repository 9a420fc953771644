import { toSimplified } from '@/knowledge/words/chinese';

const other = String.raw`(?:another|other|new|different|replacement)\s+(?:day|date|time|slot|appointment|one|booking)s?\b`;

const words = [
  new RegExp(
    String.raw`(?:n['’]t|\bnot|\bno longer)\s+(?:(?:really|even)\s+)?(?:need|want|require|looking|after)\s+(?:(?:for|any|an?)\s+)*${other}`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:no|without)\s+(?:need\s+(?:for|of)\s+)?(?:an?\s+|any\s+)?${other}(?!\s+(?:works?|suits?|is|but|than|would|will))`,
    'i',
  ),
  /\bno replacement\b|(?:\bnot|n['’]t) (?:move|reschedule) it\b/i,
  /(?:不|没|别|无)(?:用|必|想|需要?|打算|要)?(?:再|另)(?:外)?(?:约|改|找|选|定|排)|(?:不用|不必|不需要?|不要)(?:再)?改(?:期|时间|约)/,
];

/** Whether somebody who cannot come wants no other time for it, either: nothing is to be moved. */
export function wantsNoOther(text: string): boolean {
  const plain = toSimplified(text.normalize('NFKC'));
  return words.some((each) => each.test(plain));
}
