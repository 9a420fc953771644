import { serviceCredential } from '@/lib/demo/credential';
import { openApiDocument } from '@/lib/demo/openapi';
import { env } from '@/lib/env';
import { processGlobal } from '@/lib/process-global';
import { apiDocumentSchema } from './api-document';
import type { BusinessApi } from './call-operation';

const document = () =>
  processGlobal('demo-api-document', () => apiDocumentSchema.parse(openApiDocument()));
const place = () => processGlobal<{ port?: number }>('demo-api-place', () => ({}));

/** The demo company's API, on this machine's own web server. */
export function demoApi(): BusinessApi {
  const port = place().port ?? env().PORT;
  return {
    document: document(),
    baseUrl: `http://127.0.0.1:${port}/api/demo`,
    credential: serviceCredential(),
  };
}

/** Where this process finds the demo API when no desk runs at `PORT`. */
export function reachDemoApiAt(port: number): void {
  place().port = port;
}
