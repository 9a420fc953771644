import { serviceCredential } from '@/lib/demo/credential';
import { openApiDocument } from '@/lib/demo/openapi';
import { env } from '@/lib/env';
import { processGlobal } from '@/lib/process-global';
import { apiDocumentSchema } from './api-document';
import type { BusinessApi } from './call-operation';

/** The demo company's API, on this machine's own web server. */
export function demoApi(): BusinessApi {
  return processGlobal('demo-api', () => ({
    document: apiDocumentSchema.parse(openApiDocument()),
    baseUrl: `http://127.0.0.1:${env().PORT}/api/demo`,
    credential: serviceCredential(),
  }));
}
