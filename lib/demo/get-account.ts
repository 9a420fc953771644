import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { demoCustomers } from '@/drizzle/schema/demo';
import type { Executor } from '@/lib/db/client';
import { defineOperation } from './operation';
import { Problem } from './problem';

export const getAccount = defineOperation({
  id: 'getAccount',
  method: 'get',
  path: '/account',
  summary: "The customer's name, e-mail and delivery address",
  response: z.object({
    accountId: z.string(),
    name: z.string(),
    email: z.string(),
    address: z.string().nullable(),
  }),
  run: async ({ executor, accountId }) => {
    const { id, name, email, address } = await requireCustomer(executor, accountId);
    return { accountId: id, name, email, address };
  },
});

/** @throws Problem `not_found` */
export async function requireCustomer(executor: Executor, accountId: string) {
  const [customer] = await executor
    .select()
    .from(demoCustomers)
    .where(eq(demoCustomers.id, accountId));
  if (!customer) throw new Problem('not_found', `There is no account ${accountId}.`);
  return customer;
}
