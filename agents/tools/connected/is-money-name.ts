import { labelOf } from './label-of';

const moneyName =
  /^(?:amount|price|cost)\b|\b(?:amount|price|cost|total|subtotal|sum|fee|charge|refund|cents|money)s?$|金额|价格|总价|费用|退款/i;

/** Whether a field or an argument is called like something that is mostly money. */
export const isMoneyName = (name: string): boolean => moneyName.test(labelOf(name));
