'use client';
import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { jsonBody, RequestError, requestJson } from '@/app/_ui/request-json';

interface Props {
  /** Where to go after signing in. */
  next?: string;
  /** Whether mails leave the desk; otherwise the link waits in the outbox. */
  isMailed: boolean;
}

type State = { kind: 'idle' | 'sending' } | { kind: 'sent'; email: string };

/** Asks for a sign-in link. */
export function SignInForm({ next, isMailed }: Props) {
  const t = useTranslations('signIn');
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [error, setError] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setError(undefined);
    setState({ kind: 'sending' });
    try {
      await requestJson(z.unknown(), '/api/sign-in', jsonBody({ email, next }));
      setState({ kind: 'sent', email });
    } catch (fault) {
      setState({ kind: 'idle' });
      setError((fault instanceof RequestError && fault.message) || t('unreachable'));
    }
  }

  if (state.kind === 'sent') {
    return (
      <Alert
        color="harbor"
        title={isMailed ? t('sent.title') : t('sent.titleOutbox')}
        role="status"
      >
        {isMailed
          ? t('sent.text', { email: state.email })
          : t('sent.textOutbox', { email: state.email })}
        <br />
        <Button variant="default" size="xs" mt="sm" onClick={() => setState({ kind: 'idle' })}>
          {t('sent.another')}
        </Button>
      </Alert>
    );
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          name="email"
          type="email"
          required
          withAsterisk={false}
          autoComplete="email"
          label={t('email')}
          placeholder="name@example.com"
          error={error}
        />
        <Button type="submit" loading={state.kind === 'sending'}>
          {t('sendLink')}
        </Button>
      </Stack>
    </form>
  );
}
