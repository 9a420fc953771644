/** Families of encodings by what their names hold, however mail programs spell them. */
const families: [RegExp, string][] = [
  [/gb.?(2312|18030|k)|936|euc.?cn/i, 'gb18030'],
  [/big.?5|950/i, 'big5'],
  [/s.?jis|932|shift/i, 'shift_jis'],
  [/euc.?jp/i, 'euc-jp'],
  [/euc.?kr|949|ks.?c/i, 'euc-kr'],
  [/utf.?8|unicode-1-1/i, 'utf-8'],
];

/**
 * A name that decoders know for an encoding that a mail names in its own way, such as
 * `eucgb2312_cn`; the given name when it is known, or nothing is like it.
 */
export function charsetName(given: string): string {
  if (isKnown(given)) return given;
  return families.find(([pattern]) => pattern.test(given))?.[1] ?? given;
}

function isKnown(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}
