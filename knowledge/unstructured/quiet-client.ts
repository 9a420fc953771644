import { UnstructuredClient } from 'unstructured-client';
import { SDKHooks } from 'unstructured-client/hooks/hooks.js';
import { HTTPClient } from 'unstructured-client/lib/http.js';
import { readLimited } from '@/lib/http/read-limited';
import { DocumentError } from '../parsers/document-error';
import { toStatusError } from './status-error';
import type { UnstructuredServer } from './unstructured-server';

/** An answer is some ten times as long as the text in it. */
const maxAnswerBytes = 100_000_000;

/**
 * The service's own client, without its hooks: those write to the console, take the form of each
 * request apart and together three times, cut prefixes off the address, and send the pages of a
 * PDF as ten calls at once. Nor does it retry: its own retries know no limit and hear no signal.
 */
export function quietClient({ url, apiKey }: UnstructuredServer): UnstructuredClient {
  const options = {
    serverURL: url,
    security: apiKey ? { apiKeyAuth: apiKey } : undefined,
    retryConfig: { strategy: 'none' as const },
    httpClient: new HTTPClient({ fetcher: fetchAnswer }),
    hooks: withoutHooks(),
  };
  return new UnstructuredClient(options);
}

function withoutHooks(): SDKHooks {
  const hooks = new SDKHooks();
  hooks.sdkInitHooks = [];
  hooks.beforeRequestHooks = [];
  hooks.afterSuccessHooks = [];
  hooks.afterErrorHooks = [];
  return hooks;
}

/**
 * Takes an answer in whole before the client sees it: that loses the status where a gateway answers
 * in HTML, and where an answer is cut off or no JSON, leaves behind a promise that nobody hears fail,
 * which would end the process.
 */
async function fetchAnswer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  if (!response.ok) throw await toStatusError(response);
  const text = await readLimited(response, maxAnswerBytes);
  if (text === null) throw new DocumentError('too_much_text');
  return Response.json(JSON.parse(text));
}
