import { Alert, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { signOut } from '@/app/_auth/sign-out';

interface Props {
  /** What Auth.js says went wrong. */
  error?: string;
  /** A session of this browser has expired or was ended. */
  hasEnded: boolean;
}

const explained = ['Verification', 'AccessDenied', 'EmailNotVerified'] as const;

/** Why the person is here, when something did not go as they expected, and what to do. */
export function SignInNotice({ error, hasEnded }: Props) {
  const t = useTranslations('signIn');
  if (error) {
    const code = explained.find((known) => known === error) ?? 'other';
    return (
      <Alert color="yellow" title={t(`errors.${code}.title`)} role="alert">
        {t(`errors.${code}.text`)}
      </Alert>
    );
  }
  if (!hasEnded) return null;
  return (
    <Alert color="yellow" title={t('ended.title')}>
      {t('ended.text')}
      <form action={signOut}>
        <Button type="submit" variant="default" size="xs" mt="sm">
          {t('ended.continueAsGuest')}
        </Button>
      </form>
    </Alert>
  );
}
