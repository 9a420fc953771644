import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { errorResponse } from '@/lib/http/error-response';
import { route } from '@/lib/http/route';
import { negotiateLocale } from '@/lib/locale';
import { deskServer } from './desk-server';
import { toRpcError } from './to-rpc-error';

const permission = 'account:use';
/** One message: batches were taken out of the protocol, and would be many turns at once. */
const body = z.looseObject({ jsonrpc: z.literal('2.0') });

const answer = route({ permission, body }, async ({ request, principal, body }) => {
  // A server to each request: nothing is kept between two of them, so any process may answer.
  const server = deskServer(principal);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody: body });
  } finally {
    await server.close();
  }
});

/**
 * The desk as an MCP server, for programs with an API key. Cookies do not count here, so that no
 * page can speak for the person who has it open.
 */
export const POST = Object.assign(
  async (...[request, context]: Parameters<typeof answer>) => {
    const hasKey = /^Bearer\b/i.test(request.headers.get('authorization') ?? '');
    const locale = negotiateLocale(request.headers.get('accept-language'));
    const response = hasKey
      ? await answer(request, context)
      : errorResponse(new AppError('key_needed'), locale);
    return toRpcError(response);
  },
  { permission },
);
