import { Container, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { currentVisitor } from '@/app/_auth/current-principal';
import { hasOidc } from '@/lib/auth/auth';
import { landingPath } from '@/lib/auth/landing-path';
import { safePath } from '@/lib/auth/safe-path';
import { env } from '@/lib/env';
import { OidcButton } from './oidc-button';
import { SignInForm } from './sign-in-form';
import { SignInNotice } from './sign-in-notice';
import { SignedIn } from './signed-in';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where people come in: by a link sent to their address, or by an outside identity provider. */
export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const { principal, hasEnded } = await currentVisitor();
  const t = await getTranslations('signIn');
  const next = safePath(one(query.next) ?? one(query.callbackUrl));
  const error = one(query.error);
  return (
    <Container size={400} py="12dvh">
      <Stack gap="lg">
        <div>
          <Title order={1}>{t('title')}</Title>
          <Text c="dimmed" mt={4}>
            {t('intro')}
          </Text>
        </div>
        <SignInNotice error={error} hasEnded={hasEnded} />
        {principal.kind === 'guest' ? (
          <>
            <SignInForm next={next} isMailed={env().SMTP_URL !== undefined} />
            {hasOidc() ? <OidcButton next={next} /> : null}
          </>
        ) : (
          <SignedIn
            name={principal.name ?? principal.email ?? ''}
            next={next ?? landingPath(principal)}
          />
        )}
      </Stack>
    </Container>
  );
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
