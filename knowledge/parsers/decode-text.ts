import iconv from 'iconv-lite';
import { DocumentError } from './document-error';
import { limits } from './limits';

/** Encodings tried when a text is not Unicode, most specific first. */
const legacyEncodings = ['shift_jis', 'gb18030', 'big5', 'windows-1252'] as const;

/** Bytes looked at when guessing; enough to tell, and quick for large files. */
const sampleBytes = 64_000;

/**
 * Bytes of a text file as a string. Byte order marks decide; then UTF-16 by its zero bytes, then
 * UTF-8 if valid, then the legacy encoding whose reading looks most like language.
 * @param stated the encoding that the text itself names; taken if it is a known one.
 * @throws DocumentError `too_much_text`
 */
export function decodeText(bytes: Uint8Array, stated?: string): string {
  const encoding = stated && iconv.encodingExists(stated) ? stated : detectEncoding(bytes);
  const text = iconv.decode(Buffer.from(bytes), encoding);
  if (text.length > limits.textLength) throw new DocumentError('too_much_text');
  return text;
}

/** The encoding's name as iconv-lite knows it. */
export function detectEncoding(bytes: Uint8Array): string {
  return byMark(bytes) ?? byZeros(bytes) ?? (isUtf8(bytes) ? 'utf-8' : byLanguage(bytes));
}

function byMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: in most texts every second byte is zero for spaces, digits and markup. */
function byZeros(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length * 0.1;
  if (odd > many && even < odd / 10) return 'utf-16le';
  if (even > many && odd < even / 10) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function byLanguage(bytes: Uint8Array): string {
  const sample = Buffer.from(bytes.subarray(0, sampleBytes));
  const scored = legacyEncodings.map((name) => ({
    name,
    score: score(iconv.decode(sample, name)),
  }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).name;
}

/** Among the most frequent characters of modern Chinese, simplified and traditional. */
const frequentHan = new Set(
  '的一是不了在人有我他这这個中大来上国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长這來國說們為時會過學對裡後麼沒於還發當無開經頭動兩長',
);

/** How much a reading looks like language, per character beyond ASCII. */
function score(text: string): number {
  let total = 0;
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    count += 1;
    total += characterScore(character, code);
  }
  return count === 0 ? 0 : total / count;
}

function characterScore(character: string, code: number): number {
  if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || code < 0xa0) return -10;
  if (frequentHan.has(character)) return 6;
  // Kana, then full-width and ideographic punctuation.
  if (code >= 0x3041 && code <= 0x30fe) return 4;
  if ((code >= 0x3001 && code <= 0x3011) || (code >= 0xff01 && code <= 0xff1f)) return 4;
  if (code >= 0x4e00 && code <= 0x9fff) return 1;
  if (code >= 0xc0 && code <= 0x17f) return 2;
  // Half-width katakana and rare blocks are what misread bytes turn into.
  return code >= 0xff61 && code <= 0xff9f ? -2 : 0;
}
