import { z } from 'zod';

const faultSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** Codes of JSON-RPC, and of servers' own faults. */
const invalidJson = -32_700;
const invalidRequest = -32_600;
const ownFault = -32_000;

/** A refusal of the desk as MCP clients read them; every other response as it is. */
export async function toRpcError(response: Response): Promise<Response> {
  if (response.ok) return response;
  const fault = faultSchema.safeParse(await response.clone().json());
  if (!fault.success) return response;
  const { code, message } = fault.data.error;
  const headers = new Headers(response.headers);
  if (response.status === 401) headers.set('www-authenticate', 'Bearer');
  const error = { code: codeOf(code), message, data: { code } };
  return Response.json({ jsonrpc: '2.0', error, id: null }, { status: response.status, headers });
}

function codeOf(code: string): number {
  if (code === 'invalid_json') return invalidJson;
  return code === 'invalid_request' ? invalidRequest : ownFault;
}
