import { DocumentError } from '../parsers/document-error';
import { leadingTitle } from '../parsers/leading-title';
import { requireElementCount, requireTextLength } from '../parsers/limits';
import type { DocumentFormat, ParsedDocument } from '../parsers/parsed-document';
import { restWhenDown } from './rest-when-down';
import { toElements } from './to-elements';
import type { UnstructuredServer } from './unstructured-server';

/**
 * Has a file read by the Unstructured service.
 * @throws ReaderUnavailableError when the service does not serve; DocumentError when it refuses
 * this file or finds no text in it; the signal's reason when aborted
 */
export async function readByUnstructured(
  file: File,
  format: DocumentFormat,
  { server, signal }: { server: UnstructuredServer; signal?: AbortSignal },
): Promise<ParsedDocument> {
  // Loaded with the first document: most desks read their documents themselves.
  const { partitionFile } = await import('./partition-file');
  const answer = await restWhenDown(server, () => partitionFile(file, format, { server, signal }));
  const elements = await toElements(answer);
  requireElementCount(elements);
  requireTextLength(elements);
  if (elements.length === 0) throw new DocumentError('no_text');
  const numbers = answer.map(({ metadata }) => metadata.page_number ?? 0);
  const pages = numbers.reduce((most, number) => Math.max(most, number), 0) || null;
  const notes = [{ code: 'read_by_unstructured' as const, values: {} }];
  return { format, title: leadingTitle(elements), pages, elements, notes };
}
