import { plainEnglishHours } from './plain-hours';

const ids = /(?<![A-Za-z])[A-Za-z]{2,5}-\d[\d-]*/g;
const amounts =
  /(?:[a-z]{0,2}[$€£¥￥]\s?)?\d[\d,.:]*\s?(?:dollars?|euros?|pounds?|yuan|bucks|am|pm)?/gi;
const names =
  /\b(?:order|invoice|appointment|number|no|is|it|the|my|for|of|on|at|about|please|not|that|one|same time|first|second|third|last|in the (?:morning|afternoon|evening)|sharp|noon|sgd|usd|eur|would|does|do|how about|what about|suits?|works?|ok(?:ay)?|possible|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday)\b|订单|发票|预约|编号|号码|号|是|的|元|块|新元|可以|行|方便|吗|呢|怎么样|[那这]张?单子?|第[一二三四五]|[个件张条]|上午|下午|早上|中午|晚上|[点半两一二三四五六七八九十]|今天|明天|后天|昨天|(?:周|星期)[一二三四五六日天]/gi;

/**
 * Whether words only name something, such as "order SO-10398" or "30 dollars": a detail of what
 * was said beside them, and no request of its own.
 */
export function isBareDetail(text: string): boolean {
  const inFigures = plainEnglishHours(text.normalize('NFKC'));
  const rest = inFigures.replace(ids, ' ').replace(amounts, ' ').replace(names, ' ');
  return !/\p{L}/u.test(rest);
}
