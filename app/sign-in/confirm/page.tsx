import { Button, Container, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title'), referrer: 'no-referrer' };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where a mailed link leads: the token is used by a person's press, not by a program's look. */
export default async function ConfirmSignInPage({ searchParams }: Props) {
  const { token, callbackUrl } = await searchParams;
  if (typeof token !== 'string') redirect('/sign-in?error=Verification');
  const t = await getTranslations('signIn');
  return (
    <Container size={400} py="12dvh">
      <form action="/api/auth/callback/link">
        <input type="hidden" name="token" value={token} />
        {typeof callbackUrl === 'string' ? (
          <input type="hidden" name="callbackUrl" value={callbackUrl} />
        ) : null}
        <Stack gap="lg">
          <Title order={1}>{t('title')}</Title>
          <Text c="dimmed">{t('confirm.text')}</Text>
          <Button type="submit">{t('confirm.button')}</Button>
        </Stack>
      </form>
    </Container>
  );
}
