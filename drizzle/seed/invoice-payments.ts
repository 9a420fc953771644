import type { SeedPayment } from './demo-orders';
import type { FixedChance } from './fixed-chance';

const atOnce = ['card', 'card', 'paynow'] as const;

/** How an invoice of that many days ago was paid: mostly at once, at times late, in part or not. */
export function paymentsOf(
  cents: number,
  issuedDaysAgo: number,
  chance: FixedChance,
): SeedPayment[] {
  const whole = { cents, daysAgo: issuedDaysAgo };
  const roll = chance.between(1, 100);
  if (roll <= 66) return [{ ...whole, method: chance.pick(atOnce) }];
  if (roll <= 74) {
    return [
      { ...whole, method: 'card', status: 'failed' },
      { ...whole, method: chance.pick(atOnce) },
    ];
  }
  if (roll <= 86) return [byTransfer(cents, issuedDaysAgo, chance)];
  if (roll <= 93) return [byTransfer(Math.round(cents / 200) * 100, issuedDaysAgo, chance)];
  return roll <= 96 ? [{ ...whole, method: 'card', status: 'failed' }] : [];
}

/** Transfers come days later, and are shown two working days after that. */
function byTransfer(cents: number, issuedDaysAgo: number, chance: FixedChance): SeedPayment {
  const daysAgo = Math.max(0, issuedDaysAgo - chance.between(1, 25));
  const isUnderWay = daysAgo <= 2;
  return { method: 'bank-transfer', cents, daysAgo, ...(isUnderWay && { status: 'pending' }) };
}
