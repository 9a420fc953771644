import type { DocumentView } from '@/lib/shared/documents';
import type { TestDesk } from './desk';
import { waitFor } from './wait-for';

interface Upload {
  content: Uint8Array | string;
  filename: string;
  visibility?: string;
  title?: string;
  /** The document that this is a new version of. */
  replaces?: string;
}

/** Uploads a document as the page does. */
export function postDocument(desk: TestDesk, key: string, upload: Upload): Promise<Response> {
  const form = new FormData();
  form.set('file', new Blob([Buffer.from(upload.content)]), upload.filename);
  form.set('visibility', upload.visibility ?? 'public');
  if (upload.title) form.set('title', upload.title);
  if (upload.replaces) form.set('replaces', upload.replaces);
  const headers = { authorization: `Bearer ${key}` };
  return desk.fetch('/api/documents', { method: 'POST', body: form, headers });
}

/** Uploads a document and waits until it is ready or has failed. */
export async function uploadAndWait(
  desk: TestDesk,
  key: string,
  upload: Upload,
): Promise<DocumentView> {
  const response = await postDocument(desk, key, upload);
  const { id } = (await response.json()) as { id: string };
  return waitUntilSettled(desk, key, id);
}

/** Waits until a document is ready or has failed. */
export async function waitUntilSettled(
  desk: TestDesk,
  key: string,
  id: string,
  limitMs = 60_000,
): Promise<DocumentView> {
  const headers = { authorization: `Bearer ${key}` };
  return waitFor(
    `document ${id} ready or failed`,
    async () => {
      const response = await desk.fetch(`/api/documents/${id}`, { headers });
      const view = (await response.json()) as DocumentView;
      return (view.status === 'ready' || view.status === 'failed') && view;
    },
    limitMs,
  );
}
