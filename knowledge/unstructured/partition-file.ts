import { Strategy } from 'unstructured-client/sdk/models/shared';
import type { DocumentFormat } from '../parsers/parsed-document';
import { type PartitionedElement, partitionAnswerSchema } from './partitioned-element';
import { quietClient } from './quiet-client';
import type { UnstructuredServer } from './unstructured-server';
import { withRetries } from './with-retries';

/** Formats of which a page may be a picture, so that the service must know the languages. */
const withPictures: DocumentFormat[] = ['pdf', 'png', 'jpeg', 'tiff'];

/**
 * Has the service take a file apart into its elements, in one call at a time.
 * @throws as `withRetries`
 */
export async function partitionFile(
  files: File,
  format: DocumentFormat,
  { server, signal }: { server: UnstructuredServer; signal?: AbortSignal },
): Promise<PartitionedElement[]> {
  const client = quietClient(server);
  const partitionParameters = {
    files,
    strategy: Strategy.Auto,
    coordinates: true,
    splitPdfPage: false,
    // One value with a plus is the one spelling that servers of every age take for two languages.
    languages: withPictures.includes(format) ? ['eng+chi_sim'] : undefined,
  };
  const call = async (either: AbortSignal) => {
    const answer = await client.general.partition({ partitionParameters }, { signal: either });
    return partitionAnswerSchema.parse(answer);
  };
  return withRetries(call, server, signal);
}
