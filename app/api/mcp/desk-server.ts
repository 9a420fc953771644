import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { Principal } from '@/lib/auth/principal';
import { version } from '@/lib/version';
import { addAskTool } from './ask-tool';
import { addSearchTool } from './search-tool';

const instructions =
  'Frontdesk answers questions from the documents of an organisation and does things in its business systems. Use search_knowledge for passages, ask_frontdesk for an answer with its sources. What it proposes to do waits until the person confirms it in the chat; nothing can be confirmed from here.';

/** The desk as an MCP server, for one account: it may what that account may, and not more. */
export function deskServer(principal: Principal): McpServer {
  const server = new McpServer({ name: 'frontdesk', version }, { instructions });
  addSearchTool(server, principal);
  addAskTool(server, principal);
  return server;
}
