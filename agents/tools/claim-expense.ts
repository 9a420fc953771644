import { z } from 'zod';
import { formatDay, formatMoney } from '@/lib/i18n/format';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { isoWeekday } from '@/lib/time-zone';
import { businessDeed, businessUndo } from './business-deed';
import { callBusiness, refusalResult } from './call-business';
import { defineTool } from './define-tool';
import { amountArgument, currencyArgument } from './money-arguments';
import { toolExamples } from './tool-examples';
import type { ToolResult } from './tool-result';
import type { ActionPreview } from './tool-spec';

const schema = z.object({
  category: z
    .enum(['travel', 'meals', 'lodging', 'supplies', 'entertainment', 'other'])
    .describe(
      'What it was for: travel (travel, taxi, taxis, cab, grab, gojek, uber, train, bus, flight, flights, air ticket, plane ticket, airfare, ferry, mrt, metro, parking, petrol, fuel, toll, 打车, 打的, 的士, 出租车, 网约车, 车费, 车票, 交通, 机票, 飞机票, 火车, 高铁, 地铁, 公交, 巴士, 停车, 油费, 加油), meals (meal, meals, lunch, dinner, breakfast, supper, restaurant, coffee, coffees, tea, food, catering, 餐, 午饭, 晚饭, 早饭, 吃饭, 饭, 咖啡, 喝茶), lodging (lodging, hotel, hotels, hostel, motel, room, accommodation, airbnb, 酒店, 住宿, 宾馆, 旅馆, 民宿, 房费), supplies (office supplies, supplies, stationery, paper, toner, ink, cartridge, cartridges, pens, notebooks, folders, whiteboard markers, tools, 办公用品, 文具, 耗材, 打印纸, 墨盒, 硒鼓, 笔记本, 纸笔), entertainment (entertaining, karaoke, concert, golf, nightclub, 娱乐, 唱歌, KTV, 演唱会, 高尔夫), other (something else, anything else, 其他, 别的)',
    ),
  amount: amountArgument.describe('Amount paid'),
  currency: currencyArgument,
  spent_on: z.iso.date().describe('Day on which it was paid, in Asia/Singapore'),
  has_receipt: z
    .boolean()
    .describe(
      'Whether there is a receipt: yes (with receipt, with a receipt, receipt is here, kept the receipt, have the receipt, have a receipt, got the receipt, receipt attached, 有收据, 有小票, 有发票, 票据齐全), no (no receipt, without receipt, without a receipt, lost the receipt, lost my receipt, 没有收据, 没有小票, 没有发票, 没收据, 没小票, 没发票, 收据丢了, 小票丢了, 发票丢了)',
    ),
});
type Arguments = z.output<typeof schema>;

const plan = z.object({
  spentOn: z.string(),
  category: z.string(),
  amount: z.string(),
  hasReceipt: z.boolean(),
});

const claimFields = z.object({
  claimId: z.string(),
  spentOn: z.string(),
  category: z.string(),
  amount: z.string(),
  currency: z.string(),
});

const rulesFields = z.object({
  limits: z.record(z.string(), z.string()),
  receiptFrom: z.string(),
  claimable: z.object({ from: z.string(), to: z.string() }),
  noMealsOn: z.array(z.number()),
  claims: z.array(claimFields),
});

/** The company pays back in its own currency. */
const companyCurrency = 'SGD';

export const claimExpense = defineTool({
  name: 'claim_expense',
  description:
    'Hands in an expense that a member of staff has paid for the company: what for, how much, when, and whether there is a receipt. They confirm it before it is handed in. Claims over the limit, without a needed receipt, for entertainment, too late or handed in twice are refused.',
  risk: 'write',
  needsStaff: true,
  schema,
  plan,
  examples: toolExamples('claim_expense'),
  propose: async (args, call) => {
    const answer = await callBusiness(call, 'listExpenseClaims', {}, rulesFields);
    if (answer.outcome !== 'ok') return { refused: refusalResult(answer) };
    const refused = againstRules(args, answer.data, call.locale);
    if (refused) return { refused };
    const { spent_on: spentOn, category, has_receipt: hasReceipt } = args;
    return {
      plan: { spentOn, category, hasReceipt, amount: args.amount.toFixed(2) },
      preview: preview(args, call.locale),
    };
  },
  ...businessDeed({
    operationId: 'claimExpense',
    args: (body: z.output<typeof plan>) => body,
    fields: claimFields,
    tell: (claim, { locale }) => ({ outcome: 'ok', ...claimFacts(claim, locale) }),
  }),
  undo: {
    minutes: 24 * 60,
    ...businessUndo({
      operationId: 'withdrawExpenseClaim',
      args: ({ result }) => ({ claimId: result.claim_id }),
      fields: z.object({ claimId: z.string() }),
      tell: ({ claimId }) => ({ outcome: 'ok', claim_id: claimId }),
    }),
  },
});

function claimFacts(claim: z.output<typeof claimFields>, locale: Locale) {
  return {
    claim_id: claim.claimId,
    amount: formatMoney(claim.amount, claim.currency, locale),
    category: claim.category,
    spent_on: formatDay(claim.spentOn, locale),
  };
}

/** Why the claim would be refused, told before anybody is asked to confirm it. */
function againstRules(
  { category, amount, currency, spent_on, has_receipt }: Arguments,
  { limits, receiptFrom, claimable, noMealsOn, claims }: z.output<typeof rulesFields>,
  locale: Locale,
): ToolResult | undefined {
  if (currency && currency !== companyCurrency) {
    return { outcome: 'other_currency', currency: companyCurrency, given: currency };
  }
  const money = (value: string) => formatMoney(value, companyCurrency, locale);
  const same = claims.find(
    (claim) =>
      claim.spentOn === spent_on && claim.category === category && Number(claim.amount) === amount,
  );
  if (same) return { outcome: 'duplicate', ...claimFacts(same, locale) };
  if (spent_on > claimable.to) return { outcome: 'in_future' };
  if (spent_on < claimable.from) return { outcome: 'too_old' };
  if (Number(limits[category]) === 0) return { outcome: 'not_covered' };
  if (!has_receipt && amount >= Number(receiptFrom)) {
    return { outcome: 'no_receipt', from: money(receiptFrom) };
  }
  const limit = limits[category];
  if (limit && amount > Number(limit))
    return { outcome: 'over_limit', category, limit: money(limit) };
  if (category === 'meals' && noMealsOn.includes(isoWeekday(spent_on))) {
    return { outcome: 'closed_day' };
  }
  return undefined;
}

function preview(
  { category, amount, spent_on, has_receipt }: Arguments,
  locale: Locale,
): ActionPreview {
  const label = (name: string) => translate(locale, `agents.actions.claim_expense.${name}`);
  return {
    title: label('title'),
    fields: [
      { label: label('category'), value: translate(locale, 'agents.lines.expense', { category }) },
      { label: label('amount'), value: formatMoney(amount.toFixed(2), companyCurrency, locale) },
      { label: label('spent_on'), value: formatDay(spent_on, locale) },
      { label: label('receipt'), value: label(has_receipt ? 'with_receipt' : 'without_receipt') },
    ],
  };
}
