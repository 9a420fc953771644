import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { search } from '@/knowledge/search';
import type { Principal } from '@/lib/auth/principal';
import { retrievalSettingsSchema } from '@/lib/shared/retrieval';
import { orFault } from './or-fault';

const hitSchema = z.object({
  documentId: z.string(),
  title: z.string(),
  page: z.number().int().nullable(),
  text: z.string(),
  score: z.number(),
});

const found = {
  hits: z.array(hitSchema),
  confidence: z.number(),
  isAnswered: z.boolean(),
};

/** Adds the tool that finds passages among what the account may read. */
export function addSearchTool(server: McpServer, principal: Principal): void {
  server.registerTool(
    'search_knowledge',
    {
      title: 'Search the knowledge',
      description:
        'Finds passages in the documents that you may read, best first, each with its document and page. In English or Chinese.',
      inputSchema: {
        query: z.string().min(1).max(20_000).describe('What to look for, as a question or words.'),
        k: retrievalSettingsSchema.shape.passages.optional().describe('How many passages.'),
      },
      outputSchema: found,
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ query, k }, { signal }) =>
      orFault(principal.locale, async () => {
        const settings = k === undefined ? {} : { passages: k };
        const { hits, confidence, isAnswered } = await search({
          query,
          settings,
          principal,
          signal,
        });
        const listed = hits.map(({ document, documentId, page, text, score }) => {
          return { documentId, title: document, page, text, score };
        });
        return { data: { hits: listed, confidence, isAnswered }, text: passagesOf(listed) };
      }),
  );
}

function passagesOf(hits: z.infer<typeof hitSchema>[]): string {
  if (hits.length === 0) return 'Nothing was found.';
  return hits
    .map(({ title, page, text }, index) => {
      return `[${index + 1}] ${title}${page === null ? '' : `, page ${page}`}\n${text}`;
    })
    .join('\n\n');
}
