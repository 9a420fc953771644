/** The demo company's API in a process of its own, for `measureTools`: prints its port. */
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import { db } from '@/lib/db/client';
import { startDemoServer } from '@/lib/demo/demo-server';

await seedDemoCompany(db());
const { port } = await startDemoServer();
process.stdout.write(`${port}\n`);
