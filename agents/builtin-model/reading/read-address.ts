import { toSimplified } from '@/knowledge/words/chinese';

/** Longer texts hold no address that anybody could confirm. */
const longestText = 2_000;

const kinds =
  'road|rd|street|st|avenue|ave|lane|ln|drive|dr|place|pl|crescent|cres|close|way|walk|boulevard|blvd|terrace|court|ct|park|hill|rise|view|link|quay|square|sq|green|gardens?|grove|plaza|row|path|loop|circle|heights|estate|highway';
/** `12 Palm Walk`, `Blk 5A Upper Hill Road`, `8 Quay Avenue 3`. */
const english = new RegExp(
  String.raw`(?<![\w#.-])(?:(?:unit|flat|apt|apartment|room)\s?[\dA-Za-z-]{1,6},?\s+)?(?:(?:blk|block|no\.?)\s*)?\d{1,5}[A-Za-z]?(?:[-/]\d{1,4})?,?\s+(?:(?!(?:to|for|of|at|and|is|the)\b)[\p{L}'’.-]+\s+){1,5}?(?:${kinds})\b\.?(?:\s\d{1,3}\b(?![-\d]))?`,
  'iu',
);
/**
 * 湖景路14号 and what stands before it up to a word that leads to it; with its city and district, each
 * of which ends at the first sign for one: else a text of such signs would be parted in endless ways.
 */
const chinese =
  /(?:(?:(?![省市区县镇])[\p{Script=Han}\d]){1,12}[省市区县镇]){0,3}[\p{Script=Han}]{1,10}?\d{0,3}(?:大道|大街|路|街|道|巷|弄|里|坊|广场|花园|小区|大厦|村)[\p{Script=Han}\d]{0,6}?(?:\d{1,5}|[一二三四五六七八九十百]{1,5})(?:号|弄|栋|幢|座)/u;
/** What leads to an address and is none of it. */
const lead =
  /^.*(?:[到至往]|成|改为|换为|地址[是为]?|就?是|寄|送|搬了?|住在?|在|新家|新址|那[里边儿]|这[里边儿])(?=.{3})/u;

const unit = String.raw`#\s?\d{1,3}-\d{1,5}[A-Za-z]?|(?:unit|apt|flat|level|floor|room|suite)\s*#?[\dA-Za-z-]{1,8}|(?:\d{1,4}|[一二三四五六七八九十]{1,4})\s?(?:楼|层|室|单元|号楼|栋|座|房)|\d{1,3}-\d{1,5}(?!\d)`;
const code = String.raw`(?:(?:singapore|新加坡|邮编|邮政编码|postal code|postcode|zip|s)[\s:：(（]*)?\d{5,6}(?!\d)[)）]?`;
const city = String.raw`(?:singapore|新加坡)(?!\p{L})`;
/** What stands behind no order: five figures alone may be the number of one. */
const afterStreet = String.raw`[\s,，、]{1,3}(?:#\s?\d{1,3}-\d{1,5}|(?:singapore|新加坡|邮编|邮政编码|postal code|postcode|s)[\s:：(（]*\d{5,6}(?!\d)|\d{6}(?!\d))`;
/** A street whose name tells nothing of it, as `56 Jalan Kelapa`: a unit or a postal code follows. */
const anyEnglish = new RegExp(
  String.raw`(?<![\w#.-])\d{1,5}[A-Za-z]?,?(?:\s(?!(?:to|for|of|at|and|is|the|my|please)\b)[\p{Script=Latin}\d'’.-]{1,20}){1,6}?(?=${afterStreet})`,
  'iu',
);
const anyChinese = new RegExp(
  String.raw`\p{Script=Han}{2,12}\s?\d{1,5}\s?[号座](?=${afterStreet})`,
  'iu',
);
/** Further parts of an address, each behind a comma or a space. */
const further = new RegExp(String.raw`^(?:[\s,，、]{0,3}(?:${unit}|${code}|${city}))`, 'iu');

/** Behind the street may stand a building or a town, if a unit or a postal code follows it. */
const building = new RegExp(
  String.raw`^[\s,，]{1,2}[\p{Lu}][\p{L}'’.-]*(?:\s[\p{Lu}\p{N}][\p{L}\p{N}'’.-]*){0,3}(?=[\s,，]{1,2}(?:${unit}|${code}|${city}))`,
  'u',
);

/**
 * An address in a text, from its number and street to its unit and postal code, as it was written:
 * neither the sentence around it nor why it is another one. Undefined where no street is named.
 */
export function readAddress(text: string): string | undefined {
  const written = text.slice(0, longestText);
  // Character by character: each stays where it is.
  const plain = [...written].map((each) => (each.length === 1 ? sameLength(each) : each)).join('');
  const found =
    english.exec(plain) ?? anyEnglish.exec(plain) ?? chinese.exec(plain) ?? anyChinese.exec(plain);
  if (!found) return undefined;
  const skipped = /\p{Script=Han}/u.test(found[0]) ? (lead.exec(found[0])?.[0].length ?? 0) : 0;
  const start = found.index + skipped;
  let end = found.index + found[0].length;
  for (;;) {
    const rest = plain.slice(end);
    const part = further.exec(rest)?.[0] ?? building.exec(rest)?.[0];
    if (!part) break;
    end += part.length;
  }
  return written.slice(start, end).trim();
}

/** Whether an address is whole as it stands: it ends with a unit or a postal code. */
export function isWhole(address: string): boolean {
  return new RegExp(`(?:${unit}|${code})$`, 'iu').test(address);
}

function sameLength(character: string): string {
  const simplified = toSimplified(character);
  return simplified.length === 1 ? simplified : character;
}
