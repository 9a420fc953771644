import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { z } from 'zod';
import { withinTime } from '@/lib/within-time';
import { inCall } from './call-context';
import { McpFault } from './mcp-fault';
import type { Offered, OfferedTool } from './offered-tool';
import { toOfferedTool } from './to-offered-tool';

/** Tools of a server that are taken; nobody looks through more. */
const maxTools = 1_000;
const maxPages = 100;
/** Largest page, in bytes. */
const maxBytes = 4_000_000;
/** Milliseconds for all pages. */
const timeoutMs = 20_000;

const pageSchema = z.looseObject({
  tools: z.array(z.unknown()),
  nextCursor: z.string().optional(),
});

/**
 * Every tool that a server offers, page by page. What it says of one that cannot be used is kept,
 * with what is wrong with it.
 * @throws whatever `callFaultOf` understands
 */
export async function readTools(client: Client, signal?: AbortSignal): Promise<Offered> {
  if (!client.getServerCapabilities()?.tools) return { tools: [], isCut: false };
  return await withinTime(timeoutMs, signal, async (over) => {
    const tools: OfferedTool[] = [];
    const names = new Set<string>();
    let cursor: string | undefined;
    for (let page = 0; page < maxPages; page += 1) {
      const params = cursor === undefined ? {} : { cursor };
      const request = { method: 'tools/list', params };
      const answer = await inCall({ maxBytes }, over, (signal) =>
        client.request(request, pageSchema, { signal, timeout: timeoutMs }),
      );
      for (const raw of answer.tools) {
        if (tools.length === maxTools) return { tools, isCut: true };
        tools.push(toOfferedTool(raw, names));
      }
      // The same page again would be the last word for ever.
      if (answer.nextCursor === undefined || answer.nextCursor === cursor) {
        return { tools, isCut: false };
      }
      cursor = answer.nextCursor;
    }
    if (tools.length === 0) throw new McpFault('unexpected');
    return { tools, isCut: true };
  });
}
