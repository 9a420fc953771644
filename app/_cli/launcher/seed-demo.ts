import path from 'node:path';
import { seedDemoCompany } from '@/drizzle/seed/demo-company';
import { seedDocuments } from '@/drizzle/seed/documents';
import { uploadDocument } from '@/knowledge/documents/upload-document';
import { ensureDemoConnection } from '@/lib/connections/ensure-demo-connection';
import { db } from '@/lib/db/client';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';

const folder = path.resolve('drizzle/seed/documents');

/**
 * Makes the demo company: accounts, business and documents, which the worker then reads. What
 * exists is left alone; documents are handed in once, so that a deleted one stays deleted.
 */
export async function seedDemo(): Promise<void> {
  await seedDemoCompany(db());
  await ensureDemoConnection();
  const newUsers = await seedDemoUsers();
  if (newUsers.length === 0) return;
  for (const { file, title, visibility } of seedDocuments) {
    const filename = path.basename(file);
    await uploadDocument({
      principal: null,
      path: path.join(folder, file),
      filename,
      title,
      visibility,
    });
  }
}
