/**
 * Things of which one takes the place of another: who asks for the price of standard delivery and
 * then says "and express?" wants that of express delivery.
 */
const families = [
  'standard|express|economy|priority|overnight|same-day|next-day',
  'mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|weekdays?|weekends?|(?:public )?holidays?|today|tomorrow|tonight',
  'january|february|march|april|may|june|july|august|september|october|november|december',
  '(?:credit |debit |gift )?cards?|visa|mastercard|american express|paynow|paypal|apple pay|google pay|alipay|wechat pay|bank transfers?|wire transfers?|cash|direct debit|invoice',
  'students?|pupils|adults?|child(?:ren)?|kids|seniors?|members?|staff|employees|customers?|guests?|businesses|companies|families',
  'online|in (?:the |your )?(?:shop|store)|by (?:phone|mail|e-?mail|post)',
  'small|medium|large|extra large',
  'morning|afternoon|evening|night',
  '标准|加急|特快|普通|次日达|当日达|经济',
  '周[一二三四五六日天末]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|工作日|(?:公共)?假期|节假日|今天|明天|后天',
  '(?:信用|借记|银行|储蓄)卡|刷卡|visa|paynow|支付宝|微信(?:支付)?|(?:银行)?转账|现金|货到付款',
  '学生|成人|儿童|孩子|小孩|老人|会员|员工|顾客|客户|企业|公司',
  '网上|线上|门店|店里|实体店|电话|邮件',
  '上午|中午|下午|晚上|早上',
].map((members) => new RegExp(`(?<![a-z])(?:${members})(?![a-z])`, 'u'));

/**
 * What of a question another word takes the place of because both are of one family.
 * @param text normalized
 */
export function findSibling(question: string, word: string): { start: number; end: number } | null {
  for (const family of families) {
    const found = family.test(word) ? family.exec(question) : null;
    if (found) return { start: found.index, end: found.index + found[0].length };
  }
  return null;
}
