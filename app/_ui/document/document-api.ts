import { z } from 'zod';
import { documentUrl } from '@/app/_ui/knowledge/documents-api';
import { requestJson } from '@/app/_ui/request-json';
import { type VersionView, versionViewSchema } from '@/lib/shared/documents';
import { type LogEntry, logEntrySchema } from '@/lib/shared/ingestion-log';

const versionsSchema = z.object({ versions: z.array(versionViewSchema) });
const logSchema = z.object({ entries: z.array(logEntrySchema) });
const receivedSchema = z.object({ outcome: z.enum(['created', 'new-version', 'unchanged']) });

/** Where the file of a version is fetched. */
export function fileUrl(id: string, version: number): string {
  return documentUrl(id, `/file?version=${version}`);
}

/** Where the picture of a page is fetched: of a version, else of the one that answers. */
export function pictureUrl(id: string, page: number, version?: number): string {
  return documentUrl(id, `/pages/${page}${version ? `?version=${version}` : ''}`);
}

/** The versions of a document, newest first. */
export async function fetchVersions(id: string): Promise<VersionView[]> {
  return (await requestJson(versionsSchema, documentUrl(id, '/versions'))).versions;
}

/** What happened to a version on its way, oldest first. */
export async function fetchLog(id: string, version: number): Promise<LogEntry[]> {
  return (await requestJson(logSchema, documentUrl(id, `/log?version=${version}`))).entries;
}

/** Hands in a new version. Resolves to whether it differs from the newest one. */
export async function uploadVersion(id: string, file: File): Promise<boolean> {
  const body = new FormData();
  body.set('file', file);
  const url = documentUrl(id, '/versions');
  const { outcome } = await requestJson(receivedSchema, url, { method: 'POST', body });
  return outcome !== 'unchanged';
}

/** Has an earlier version read again, to take the place of the present one. */
export async function restoreVersion(id: string, version: number): Promise<void> {
  const url = documentUrl(id, `/versions/${version}/restore`);
  await requestJson(z.unknown(), url, { method: 'POST' });
}
