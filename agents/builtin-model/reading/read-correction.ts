/** A longer text is a story; searching it for marks would take too long. */
const longestText = 2_000;

/** Somebody corrects themselves in the middle of a message: "no wait", 不对. */
const marks =
  /(?:[,.;!…–—-]|\s)\s*(?:oh |oops,? |ah |sorry,? |hm+,? )*(?:no,? (?:wait|sorry|hold on|hang on)|wait,? (?:no|sorry)|sorry,? no|scratch that|strike that|actually,? no|no,? actually|or rather|correction)\b[\s,.:;!…–—-]*|[，,。；;、…\s]+(?:哦|噢|啊|呃|抱歉|不好意思)?[，,]?(?:不对|说错了?|讲错了?|搞错了?|哦不|啊不|等等|等一下|更正(?:一下)?)[，,。：:！!…\s]+/gi;

const namesValue =
  /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|tomorrow|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|(?:周|星期|礼拜)[一二三四五六日天]|[今明后]天|[一二两三四五六七八九十][点号个件]/i;
const hour = /\bat \d|\d\s?[ap]\.?m\b|\d:\d\d|o['’]?clock/i;
const mereHour = /^(\d{1,2})(?=\s*(?:please|pls|then|instead)?\W*$)/i;

/** A message in two: what was said at first, and what is meant in its place. */
export interface Correction {
  first: string;
  meant: string;
}

/**
 * What somebody corrects within one message: "Tuesday at two, no wait, at three". Undefined where
 * nothing is corrected, or no value is named afterwards.
 */
export function readCorrection(text: string): Correction | undefined {
  if (text.length > longestText) return undefined;
  const plain = text.normalize('NFKC');
  const mark = [...plain.matchAll(marks)].at(-1);
  if (!mark) return undefined;
  const first = plain.slice(0, mark.index).trim();
  const meant = plain.slice(mark.index + mark[0].length).trim();
  if (!/[\p{L}\d]/u.test(first) || !namesValue.test(meant)) return undefined;
  return { first, meant: hour.test(first) ? meant.replace(mereHour, 'at $1') : meant };
}
