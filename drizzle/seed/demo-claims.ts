import type { demoExpenseClaims } from '@/drizzle/schema/demo';
import { FixedChance } from './fixed-chance';

type Claim = typeof demoExpenseClaims.$inferInsert;

const dayMs = 86_400_000;
const firstNumber = 42_001;
const claimsEach = 6;
/** Names of the demo company's own accounts, as the desk tells them to the company's API. */
const employees = ['viewer', 'operator', 'developer', 'admin'].map(
  (name) => `staff:${name}@demo.test`,
);
/** Category, and from and to how many dollars such things cost. */
const expenses = [
  ['travel', 8, 60],
  ['travel', 12, 240],
  ['meals', 12, 78],
  ['lodging', 110, 250],
  ['supplies', 6, 140],
  ['other', 5, 48],
] as const;

/** What members of staff have claimed before, all of it within the rules. */
export function makeClaims(now: number): Claim[] {
  const chance = new FixedChance(424_242);
  return employees.flatMap((employeeId, person) =>
    Array.from({ length: claimsEach }, (_, nth): Claim => {
      const [category, least, most] = expenses[nth] ?? expenses[0];
      // Claims of a person are days apart, so that no two are the same.
      const spentAt = onWorkingDay(now - (5 + nth * 12 + chance.between(0, 8)) * dayMs);
      const amountCents = chance.between(least * 100, most * 100);
      return {
        id: `EX-${firstNumber + person * claimsEach + nth}`,
        employeeId,
        spentOn: new Date(spentAt).toISOString().slice(0, 10),
        category,
        amountCents,
        hasReceipt: amountCents >= 2_000 || chance.isOneOf(60),
        status: nth > 2 ? 'paid' : 'submitted',
        createdAt: new Date(spentAt + dayMs),
      };
    }),
  );
}

/** The shop is closed on Sundays; the day before stands for one. */
function onWorkingDay(instant: number): number {
  return new Date(instant).getUTCDay() === 0 ? instant - dayMs : instant;
}
