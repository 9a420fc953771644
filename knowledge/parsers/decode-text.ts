import iconv from 'iconv-lite';
import { DocumentError } from './document-error';
import { limits } from './limits';
import { likelyEncodings, textLikelihood } from './text-likelihood';

/** Bytes looked at when guessing; enough to tell, and quick for large files. */
const sampleBytes = 32_000;

/**
 * Bytes of a text file as a string. Byte order marks decide; then UTF-16 by its zero bytes, then
 * UTF-8 if valid, then the encoding whose reading looks most like language.
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

function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
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

/** Valid, or nearly: one broken character in a long text does not make another encoding of it. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    // The last character may be cut in the middle.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    const text = new TextDecoder().decode(bytes.subarray(0, sampleBytes));
    const faults = text.match(/\ufffd/g)?.length ?? 0;
    return (text.match(/[\u00a0-\ufffc]/g)?.length ?? 0) > 20 * faults;
  }
}

function byLanguage(bytes: Uint8Array): string {
  const sample = Buffer.from(bytes.subarray(0, sampleBytes));
  const scored = likelyEncodings
    .map((name) => ({ name, score: textLikelihood(iconv.decode(sample, name), name) }))
    // Any pairs of bytes are UTF-16; only what is plainly language counts as such.
    .filter(({ name, score }) => !name.startsWith('utf-16') || (score > 1 && isPaired(bytes)));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).name;
}

const isPaired = (bytes: Uint8Array) => bytes.length % 2 === 0;
