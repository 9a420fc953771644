import { z } from 'zod';

/** An amount of money, in the currency beside it or else the company's. */
export const amountArgument = z.number().positive().max(1_000_000).multipleOf(0.01);

/** Only told when the person names one; the first is the company's own, for which signs stand. */
export const currencyArgument = z
  .enum(['SGD', 'CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY'])
  .optional()
  .describe('Currency of the amount, if the person named one');
