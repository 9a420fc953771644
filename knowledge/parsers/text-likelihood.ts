import { everyday, frequentChinese, frequentHangul, frequentJapanese } from './frequent-characters';

/** Weighs a character of a reading: above zero for what its language writes, below for what it does not. */
type Weigh = (character: string, before: string, after: string) => number;

const broken = /[\p{Cc}\p{Co}\ufffd]/u;
const kana = /[\u3041-\u309f\u30a1-\u30fe]/;
const hangul = /[\uac00-\ud7a3]/;
const han = /[\u3400-\u9fff]/;
const eastPunctuation = /[\u3001-\u3011\uff01-\uff1f\u2014\u2018-\u201d\u2026]/;
const latin = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e]/;
const latinMarks = /[“”‘’„‚–—…•€£°§©®™«»¿¡ºª½\u00a0]/;
const cyrillic = /[А-яЁё]/;
const ascii = /[a-z]/i;

function weighHan(character: string, frequent: Set<string>, everydaySet: Set<string>): number {
  if (frequent.has(character)) return 3;
  return everydaySet.has(character) ? 1 : -1.5;
}

/** For marks, and for letters of other scripts that Chinese text holds now and then. */
function weighOther(character: string): number {
  if (eastPunctuation.test(character)) return 2;
  if (/[\uff10-\uff5a]/.test(character)) return 1;
  return kana.test(character) || cyrillic.test(character) ? -0.5 : -1.5;
}

const chinese =
  (set: () => Set<string>): Weigh =>
  (character) =>
    han.test(character) ? weighHan(character, frequentChinese, set()) : weighOther(character);

const japanese: Weigh = (character) => {
  if (/[\u3041-\u309f]/.test(character)) return 3;
  if (/[\u30a1-\u30fe]/.test(character)) return 2;
  // What bytes of other encodings look like; real ones stand beside other kana.
  if (/[\uff61-\uff9f]/.test(character)) return -1.2;
  return han.test(character)
    ? weighHan(character, frequentJapanese, everyday.japanese())
    : weighOther(character);
};

const koreanText: Weigh = (character) => {
  if (hangul.test(character)) return weighHan(character, frequentHangul, everyday.korean());
  return han.test(character) ? -1 : weighOther(character);
};

/** Letters with accents stand alone between plain ones, or in twos. */
const western: Weigh = (character, before, after) => {
  if (latin.test(character)) {
    if (latin.test(before) && latin.test(after)) return -2;
    if (latin.test(before) || latin.test(after)) return 0.8;
    return ascii.test(before) || ascii.test(after) ? 3 : 0.5;
  }
  return latinMarks.test(character) ? 0.5 : -1.5;
};

/** Capitals stand first in a word, or all of it is in capitals. */
const russian: Weigh = (character, before, after) => {
  if (!cyrillic.test(character)) return latinMarks.test(character) || character === '№' ? 0.3 : -2;
  if (ascii.test(before) || ascii.test(after)) return -1;
  const isCapital = character !== character.toLowerCase();
  if (!isCapital) return cyrillic.test(before) || cyrillic.test(after) ? 2 : 0.5;
  if (!cyrillic.test(before)) return 1;
  return before === before.toLowerCase() ? -2 : 0;
};

/** UTF-16 without a mark may hold any of them. */
const anyScript: Weigh = (character) => {
  if (hangul.test(character)) return frequentHangul.has(character) ? 2 : -0.5;
  return kana.test(character) ? 2 : chinese(everyday.chinese)(character, '', '');
};

const weights: Record<string, Weigh> = {
  gb18030: chinese(everyday.chinese),
  big5: chinese(everyday.taiwanese),
  shift_jis: japanese,
  'euc-jp': japanese,
  'euc-kr': koreanText,
  'windows-1252': western,
  'windows-1251': russian,
  'utf-16le': anyScript,
  'utf-16be': anyScript,
};

/** Encodings that a text may be in when it is not UTF-8. */
export const likelyEncodings = Object.keys(weights);

/** How much the reading of a text in an encoding looks like language, per character beyond ASCII. */
export function textLikelihood(text: string, encoding: string): number {
  const weigh = weights[encoding] ?? anyScript;
  let total = 0;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (/[\t\n\r -~]/.test(character)) continue;
    count += 1;
    total += broken.test(character)
      ? -6
      : weigh(character, text.charAt(at - 1), text.charAt(at + 1));
  }
  return count === 0 ? 0 : total / count;
}
