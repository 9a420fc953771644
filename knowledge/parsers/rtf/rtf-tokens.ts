/** One piece of an RTF file. `text` holds bytes as characters (Latin-1). */
export type RtfToken =
  | { type: 'open' }
  | { type: 'close' }
  | { type: 'word'; word: string; value: number | undefined }
  | { type: 'byte'; byte: number }
  | { type: 'symbol'; symbol: string }
  | { type: 'text'; text: string };

const token =
  /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/giy;

/** Cuts RTF into its tokens. Embedded binary data is left out. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  const pattern = new RegExp(token);
  for (let found = pattern.exec(source); found; found = pattern.exec(source)) {
    const [, word, value, hex, symbol, brace, text] = found;
    if (word === 'bin') pattern.lastIndex += Math.max(0, Number(value ?? 0));
    else if (word) yield { type: 'word', word, value: value ? Number(value) : undefined };
    else if (hex) yield { type: 'byte', byte: Number.parseInt(hex, 16) };
    else if (symbol) yield { type: 'symbol', symbol };
    else if (brace) yield { type: brace === '{' ? 'open' : 'close' };
    else if (text) yield { type: 'text', text };
  }
}
