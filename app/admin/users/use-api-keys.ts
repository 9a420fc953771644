import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { jsonBody, RequestError, requestJson } from '@/app/_ui/request-json';

const keySchema = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  createdAt: z.coerce.date(),
  lastUsedAt: z.coerce.date().nullable(),
  revokedAt: z.coerce.date().nullable(),
});

/** An API key as it is listed: without the key. */
export type ApiKeyView = z.output<typeof keySchema>;

/** An account's API keys that still work, with what can be done; faults come back as a sentence. */
export function useApiKeys(userId: string) {
  const t = useTranslations('admin.users');
  const url = `/api/users/${userId}/keys`;
  const [keys, setKeys] = useState<ApiKeyView[]>();
  const [made, setMade] = useState<string>();
  const [error, setError] = useState<string>();

  const attempt = useCallback(
    async (work: () => Promise<void>) => {
      setError(undefined);
      try {
        await work();
        const answer = await requestJson(z.object({ keys: z.array(keySchema) }), url);
        setKeys(answer.keys.filter((key) => key.revokedAt === null));
      } catch (fault) {
        setError((fault instanceof RequestError && fault.message) || t('failed'));
      }
    },
    [url, t],
  );
  useEffect(() => {
    void attempt(async () => undefined);
  }, [attempt]);

  const create = (name: string) =>
    attempt(async () => {
      const { key } = await requestJson(z.object({ key: z.string() }), url, jsonBody({ name }));
      setMade(key);
    });
  const revoke = (id: string) =>
    attempt(async () => {
      await requestJson(z.unknown(), `${url}/${id}`, { method: 'DELETE' });
    });
  return { keys, made, error, create, revoke };
}
