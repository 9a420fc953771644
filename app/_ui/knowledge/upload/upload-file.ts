import { z } from 'zod';
import { RequestError, readFault } from '@/app/_ui/request-json';
import type { Visibility } from '@/lib/auth/visibility';

const receivedSchema = z.object({ id: z.string(), isDuplicate: z.boolean() });
/** What the desk made of a file; a duplicate was here already, and nothing was done. */
export type Received = z.infer<typeof receivedSchema>;

/** How a file is sent. */
export interface SendOptions {
  visibility: Visibility;
  title?: string;
  /** Called with the fraction that has been sent, 0 to 1. */
  onProgress: (fraction: number) => void;
  signal: AbortSignal;
}

/**
 * Sends one file to the desk. An XMLHttpRequest, as `fetch` does not tell how much has been sent.
 * @throws RequestError with the server's sentence; TypeError when the server cannot be reached.
 */
export function uploadFile(file: File, options: SendOptions): Promise<Received> {
  const form = new FormData();
  form.set('visibility', options.visibility);
  if (options.title) form.set('title', options.title);
  form.set('file', file);

  const request = new XMLHttpRequest();
  options.signal.addEventListener('abort', () => request.abort(), { once: true });
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    options.onProgress(total > 0 ? loaded / total : 0),
  );
  return new Promise((resolve, reject) => {
    request.addEventListener('load', () => {
      try {
        resolve(readAnswer(request));
      } catch (error) {
        reject(error);
      }
    });
    request.addEventListener('error', () => reject(new TypeError('the server was not reached')));
    request.addEventListener('abort', () => reject(options.signal.reason));
    request.open('POST', '/api/documents');
    request.send(form);
  });
}

function readAnswer({ status, responseText }: XMLHttpRequest): Received {
  if (status < 300) return receivedSchema.parse(JSON.parse(responseText));
  const fault = readFault(responseText);
  throw new RequestError(status, fault?.code ?? 'unknown', fault?.message ?? '');
}
