/** What a sitemap is and names, as its text says it. */
interface Locations {
  /** Its outermost element, `urlset` or `sitemapindex` in a sitemap; null where there is none. */
  root: string | null;
  /** What stands in its `loc` elements, in order. */
  locations: string[];
}

/** No part runs over the next tag, so the time is in proportion to the length of whatever is sent. */
const location = /<loc(?:\s[^<>]*)?>(?:\s*<!\[CDATA\[([^\]<]*)\]\]>\s*|([^<]*))<\/loc\s*>/g;
const entity = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const lastCodePoint = 0x10ffff;

/**
 * Reads the text of a sitemap without making a tree of it: that takes a hundred times its size and
 * seconds in which this process does nothing else, and anybody's site could ask for that.
 */
export function readLocations(xml: string): Locations {
  const text = withoutComments(xml);
  const root = /<([a-z_][^\s<>/]{0,99})/i.exec(text)?.[1] ?? null;
  const locations = [...text.matchAll(location)].flatMap(([, verbatim, escaped]) => {
    const address = (verbatim ?? unescaped(escaped ?? '')).trim();
    return address === '' ? [] : [address];
  });
  return { root, locations };
}

function withoutComments(xml: string): string {
  const [first = '', ...rest] = xml.split('<!--');
  const after = rest.map((part) => {
    const end = part.indexOf('-->');
    return end === -1 ? '' : part.slice(end + 3);
  });
  return [first, ...after].join('');
}

function unescaped(text: string): string {
  return text.replace(entity, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
    return code <= lastCodePoint ? String.fromCodePoint(code) : whole;
  });
}
