import { canonicalJson } from '@/lib/canonical-json';
import { sha256 } from '@/lib/ids';
import { listFields } from '@/lib/json-schema/response-fields';
import { processGlobal } from '@/lib/process-global';
import { isJsonObject } from '@/lib/shared/json-object';
import { type OfferedTool, offeredSchema } from './offered-tool';

/** A tool of an MCP server in the words that operations of all connections share. */
export interface McpOffer {
  operationId: string;
  summary: string;
  /** What a server says of itself is a hint. */
  effect: 'said-to-read' | 'unknown';
  takesKey: false;
  input: Record<string, unknown>;
  outputs: string[];
  problem?: string;
  hash: string;
}

interface Read {
  storedAt: number;
  offers: ReadonlyMap<string, McpOffer>;
}

const longestSummary = 300;

const read = () => processGlobal('mcp-offers', () => new Map<string, Read>());

/** What an MCP server said that it offers, by the names of its tools: read once for each time that it was stored. */
export function mcpOffers(row: {
  id: string;
  offered: unknown;
  updatedAt: Date;
}): ReadonlyMap<string, McpOffer> {
  const storedAt = row.updatedAt.getTime();
  const known = read().get(row.id);
  if (known?.storedAt === storedAt) return known.offers;
  const { tools } = offeredSchema.parse(row.offered);
  // Of two tools with one name the first is meant.
  const offers = new Map(tools.toReversed().map((tool) => [tool.name, toOffer(tool)]));
  const inOrder = new Map([...offers].reverse());
  read().set(row.id, { storedAt, offers: inOrder });
  return inOrder;
}

function toOffer(tool: OfferedTool): McpOffer {
  const { name, title, description, input, output, hints, problem } = tool;
  const about = [title, description].filter((text) => text).join(': ');
  return {
    operationId: name,
    summary: (about || name).slice(0, longestSummary),
    effect: hints?.isReadOnly ? 'said-to-read' : 'unknown',
    takesKey: false,
    input,
    outputs: isJsonObject(output) ? listFields(output) : ['text'],
    problem,
    // What it says of itself is all that is known of what it does.
    hash: sha256(canonicalJson([name, description, input])),
  };
}
