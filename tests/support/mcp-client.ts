import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { findUserByEmail } from '@/lib/db/identity/users';
import { createApiKey } from '@/lib/operations/create-api-key';

/** A new API key of this account. */
export async function keyOf(email: string): Promise<{ key: string }> {
  const user = await findUserByEmail(email);
  return createApiKey({ userId: user?.id ?? '', name: 'a program' });
}

/** A program that speaks to the desk over MCP, with a key of this account. */
export async function connectMcpClient(deskUrl: string, email: string): Promise<Client> {
  const { key } = await keyOf(email);
  const client = new Client({ name: 'a program', version: '1' });
  const requestInit = { headers: { authorization: `Bearer ${key}` } };
  await client.connect(
    new StreamableHTTPClientTransport(new URL('/api/mcp', deskUrl), { requestInit }),
  );
  return client;
}

/** What a tool answered: its text, and its structured content where there is some. */
export async function callByMcp(client: Client, name: string, args: Record<string, unknown>) {
  const result = await client.callTool({ name, arguments: args });
  const content = result.content as { type: string; text?: string }[];
  return {
    isError: result.isError === true,
    text: content.map(({ text }) => text ?? '').join('\n'),
    data: result.structuredContent as Record<string, unknown> | undefined,
  };
}
