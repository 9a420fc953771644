import path from 'node:path';
import { seedDocuments } from '@/drizzle/seed/documents';
import { uploadDocument } from './upload-document';

const folder = 'drizzle/seed/documents';

/** Takes in what the demo company's desk knows from the start; what is there already stays. */
export async function addSeedDocuments(): Promise<string[]> {
  const ids: string[] = [];
  for (const { file, title, visibility } of seedDocuments) {
    const source = path.resolve(folder, file);
    const upload = { principal: null, path: source, filename: file, title, visibility };
    ids.push((await uploadDocument(upload)).id);
  }
  return ids;
}
