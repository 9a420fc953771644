import { describeOperations } from '@/lib/business/describe-operations';
import { listServers } from '@/lib/business/list-servers';
import { parseDocument } from '@/lib/business/parse-document';
import { proposedCredential } from '@/lib/business/proposed-credential';
import { readingDocument } from '@/lib/connections/document-problem';
import { toOffer } from '@/lib/connections/offers-of';
import type { DocumentPreview } from '@/lib/shared/connections';
import { isJsonObject } from '@/lib/shared/json-object';

/**
 * What an OpenAPI document holds, for people who are about to connect it.
 * @throws AppError `document_…`
 */
export function previewDocument(text: string): DocumentPreview {
  return readingDocument(() => {
    const document = parseDocument(text);
    const { info } = document;
    const said = (name: string) =>
      isJsonObject(info) && typeof info[name] === 'string' ? info[name] : '';
    const { addresses, filled } = listServers(document);
    const operations = describeOperations(document).map((operation) => {
      const { hash: _hash, ...offer } = toOffer(operation);
      return offer;
    });
    return {
      title: said('title'),
      version: said('version'),
      servers: addresses,
      filled,
      credential: proposedCredential(document),
      operations,
    };
  });
}
