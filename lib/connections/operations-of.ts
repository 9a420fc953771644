import type { ApiOperation } from '@/lib/business/api-operation';
import { describeOperations } from '@/lib/business/describe-operations';
import { toApiDocument } from '@/lib/business/parse-document';
import type { ConnectionRow } from '@/lib/db/connections/connections';
import { processGlobal } from '@/lib/process-global';
import { identityOf } from './identity-of';

interface Read {
  revision: number;
  operations: ReadonlyMap<string, ApiOperation>;
}

const read = () => processGlobal('operations-of-connections', () => new Map<string, Read>());

/** How many operations there are, where this revision was read before; undefined otherwise. */
export function rememberedCount({
  id,
  revision,
}: Pick<ConnectionRow, 'id' | 'revision'>): number | undefined {
  const known = read().get(id);
  return known?.revision === revision ? known.operations.size : undefined;
}

/**
 * The operations of an API's stored document, by their ids: read once for each revision.
 * @throws DocumentFault when it is none any more
 */
export function operationsOf({
  id,
  revision,
  document,
  identity,
}: Pick<ConnectionRow, 'id' | 'revision' | 'document' | 'identity'>): ReadonlyMap<
  string,
  ApiOperation
> {
  const known = read().get(id);
  if (known?.revision === revision) return known.operations;
  const header = identityOf({ identity })?.header;
  const described = describeOperations(toApiDocument(document), header);
  const operations = new Map(described.map((each) => [each.operationId, each]));
  read().set(id, { revision, operations });
  return operations;
}
