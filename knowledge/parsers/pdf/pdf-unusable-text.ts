import iconv from 'iconv-lite';

/** Fewer characters than this say nothing of how a text is encoded. */
const leastCharacters = 20;
/** Characters of no meaning that a good text may have, as a share: symbols of icon fonts. */
const maxOddShare = 0.2;
/** Control characters stand in no text; blanks come out as such where glyphs are only numbered. */
const maxControlShare = 0.08;
/** Letters outside the two scripts that a text is written in mostly. */
const maxStrangerShare = 0.25;
/** Of Chinese characters the share that is in everyday use; broken encodings give rare ones. */
const leastCommonShare = 0.7;
/** Of letters side by side in Latin words the share that European languages often put so. */
const leastPairShare = 0.19;
const leastPairs = 120;

const commonPairs = new Set(
  (
    'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve ' +
    'co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur la el un di ue il et ie na ta ei'
  ).split(' '),
);

const odd = /[\p{Co}\p{Cn}\p{Cs}\ufffd]/gu;
const han = /\p{Script=Han}/gu;
const scripts = [
  /\p{Script=Latin}/gu,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/gu,
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Greek}/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Hangul}/gu,
  /\p{Script=Thai}/gu,
  /\p{Script=Devanagari}/gu,
];

/**
 * Whether the text that a page gives is not what it shows: its font does not say what its glyphs
 * mean, or says it wrongly.
 * @param controls how many control characters were taken out of the text
 */
export function isUnusable(text: string, controls: number): boolean {
  const characters = text.replace(/\s/g, '');
  const length = characters.length + controls;
  if (length < leastCharacters) return controls > characters.length;
  return (
    controls > maxControlShare * length ||
    count(characters, odd) > maxOddShare * length ||
    hasStrangers(characters) ||
    hasRareHan(characters) ||
    !hasWords(text)
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Glyph numbers that are taken for characters come out of all the world's scripts. */
function hasStrangers(characters: string): boolean {
  const letters = count(characters, /\p{L}/gu);
  const [first = 0, second = 0] = scripts
    .map((script) => count(characters, script))
    .sort((a, b) => b - a);
  return letters >= leastCharacters && letters - first - second > maxStrangerShare * letters;
}

function hasRareHan(characters: string): boolean {
  const all = characters.match(han) ?? [];
  if (all.length < leastCharacters) return false;
  return all.filter(isCommon).length < leastCommonShare * all.length;
}

/** The first levels of the Chinese, Taiwanese and Japanese standards hold what is in everyday use. */
function isCommon(character: string): boolean {
  const lead = (encoding: string) => iconv.encode(character, encoding)[0] ?? 0;
  const [simplified, traditional, japanese] = [lead('gb2312'), lead('big5'), lead('shift_jis')];
  return (
    (simplified >= 0xb0 && simplified <= 0xd7) ||
    (traditional >= 0xa4 && traditional <= 0xc6) ||
    (japanese >= 0x88 && japanese <= 0x97)
  );
}

/** Shifted or scrambled letters stand side by side as they do in no language. */
function hasWords(text: string): boolean {
  const words = text
    .normalize('NFD')
    .toLowerCase()
    .match(/(?<![^\s("'“‘])(?:[a-z]|\p{M}){2,}/gu);
  const pairs = (words ?? []).flatMap((word) => {
    const letters = word.replace(/[^a-z]/g, '');
    return Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2));
  });
  if (pairs.length < leastPairs) return true;
  return pairs.filter((pair) => commonPairs.has(pair)).length >= leastPairShare * pairs.length;
}
