'use client';
import { Button, Divider, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';
import { requestJson } from '@/app/_ui/request-json';

/** Leads to the outside identity provider and back. */
export function OidcButton({ next = '/' }: { next?: string }) {
  const t = useTranslations('signIn');
  const [state, setState] = useState<'idle' | 'leaving' | 'failed'>('idle');

  async function leave() {
    setState('leaving');
    try {
      window.location.assign(await findWayOut(next));
    } catch {
      // The person is told below, and can press again.
      setState('failed');
    }
  }

  return (
    <>
      <Divider label={t('or')} />
      <Button variant="default" loading={state === 'leaving'} onClick={leave}>
        {t('oidc')}
      </Button>
      {state === 'failed' ? (
        <Text c="red" size="sm" role="alert">
          {t('unreachable')}
        </Text>
      ) : null}
    </>
  );
}

/** Auth.js wants its own token with the request, and answers with where to go. */
async function findWayOut(callbackUrl: string): Promise<string> {
  const { csrfToken } = await requestJson(z.object({ csrfToken: z.string() }), '/api/auth/csrf');
  const { url } = await requestJson(z.object({ url: z.url() }), '/api/auth/signin/oidc', {
    method: 'POST',
    headers: { 'x-auth-return-redirect': '1' },
    body: new URLSearchParams({ csrfToken, callbackUrl }),
  });
  return url;
}
