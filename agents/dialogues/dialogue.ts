/** One thing a person says, and pieces of what they are then told or shown; `!` before what not. */
export type Line = [say: string, ...told: string[]];

/** In the place of what a person says: an operator of the team agrees to what waits for one. */
export const operatorAgrees = '(an operator agrees)';

/** What stands in the demo company's books after a dialogue; whatever is not named is empty. */
export interface Books {
  /** A weekday after today and a time on the clocks of what is booked: `wed 11:00`. */
  appointments?: { at: string; status: 'booked' | 'cancelled'; calendarId?: string }[];
  returns?: { orderId: string; sku: string; quantity: number; reason: string }[];
  refunds?: { orderId: string; amountCents: number; reason?: string }[];
  disputes?: { invoiceId: string; reason: string }[];
  claims?: { category: string; amountCents: number; hasReceipt: boolean; spentOn?: string }[];
  mails?: { to: string; body: string }[];
  /** Of the account and of order SO-10440. */
  addresses?: { account?: string; order?: string };
  /** Cases opened for people, by category. */
  cases?: string[];
}

/** A dialogue from its first words to what it leaves behind. */
export interface Dialogue {
  name: string;
  /** Who talks: the demo company's first customer, one of its operators, or a stranger. */
  by?: 'customer' | 'staff' | 'guest';
  /** A repair appointment that there is before: `wed 11:00`. */
  given?: string;
  lines: Line[];
  leaves: Books;
}
