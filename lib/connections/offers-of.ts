import { operationHash } from '@/lib/business/describe-operations';
import { withoutDeskOnly } from '@/lib/business/desk-only';
import type { ConnectionRow } from '@/lib/db/connections/connections';
import { mcpOffers } from '@/lib/mcp/mcp-offers';
import type { OperationView } from '@/lib/shared/connections';
import { operationsOf } from './operations-of';

/** An operation as people see it before they give it to anybody. */
export type Offer = Omit<OperationView, 'tool' | 'savedAt' | 'isChanged' | 'builtIn'> & {
  /** Another one means that it is not the same any more. */
  hash: string;
};

/**
 * What a connection offers, by the ids of its operations, in its own order.
 * @throws DocumentFault when its document is none any more
 */
export function offersOf(row: ConnectionRow): ReadonlyMap<string, Offer> {
  if (row.kind === 'mcp') return mcpOffers(row);
  const operations = [...operationsOf(row).values()];
  return new Map(operations.map((each) => [each.operationId, toOffer(each)]));
}

/** An operation of an API as people see it. */
export function toOffer(operation: Parameters<typeof operationHash>[0]): Offer {
  const { operationId, method, path, summary, isSafe, takesKey, input, outputs, problem } =
    operation;
  const hash = operationHash(operation);
  const effect = isSafe ? 'reads' : 'changes';
  const known = {
    operationId,
    method: method.toUpperCase(),
    path,
    summary,
    effect,
    takesKey,
  } as const;
  return { ...known, input: withoutDeskOnly(input), outputs, problem, hash };
}
