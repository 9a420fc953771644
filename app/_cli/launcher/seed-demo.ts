import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import { db } from '@/lib/db/client';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';

/** Fills what is missing of the demo company: its accounts and its business. */
export async function seedDemo(): Promise<void> {
  await seedDemoUsers();
  await seedDemoCompany(db());
}
