import type { UnstructuredServer } from './unstructured-server';

const limitMs = 2000;

/**
 * Whether the service answers at all, asked as monitors ask it. Servers that know no such address
 * answer, too; whether the key is right shows with the first document only.
 */
export async function isUnstructuredUp({ url }: UnstructuredServer): Promise<boolean> {
  const signal = AbortSignal.timeout(limitMs);
  return fetch(`${url}/healthcheck`, { signal }).then(
    (response) => response.status < 500,
    () => false,
  );
}
