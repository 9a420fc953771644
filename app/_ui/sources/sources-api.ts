import { z } from 'zod';
import { jsonBody, requestJson } from '@/app/_ui/request-json';
import {
  type NewSourceFields,
  type SourceChanges,
  type SourceView,
  sourceViewSchema,
} from '@/lib/shared/sources';

const listSchema = z.object({ sources: z.array(sourceViewSchema) });

const urlOf = (id: string) => `/api/sources/${encodeURIComponent(id)}`;

/** Every source that the reader may see, by name. */
export async function fetchSources(): Promise<SourceView[]> {
  return (await requestJson(listSchema, '/api/sources')).sources;
}

export async function createSource(fields: NewSourceFields): Promise<void> {
  await requestJson(sourceViewSchema, '/api/sources', jsonBody(fields));
}

export async function changeSource(id: string, changes: SourceChanges): Promise<void> {
  await requestJson(sourceViewSchema, urlOf(id), { ...jsonBody(changes), method: 'PATCH' });
}

/** Asks for a run now. */
export async function syncSource(id: string): Promise<void> {
  await requestJson(sourceViewSchema, `${urlOf(id)}/sync`, { method: 'POST' });
}

export async function deleteSource(id: string, keepDocuments: boolean): Promise<void> {
  const query = new URLSearchParams({ keepDocuments: String(keepDocuments) });
  await requestJson(z.unknown(), `${urlOf(id)}?${query}`, { method: 'DELETE' });
}
