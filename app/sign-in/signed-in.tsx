import { Button, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { signOut } from '@/app/_auth/sign-out';

/** For who is signed in already: on to where they wanted to go, or out. */
export function SignedIn({ name, next }: { name: string; next: string }) {
  const t = useTranslations('signIn.signedIn');
  return (
    <div>
      <Text>{t('text', { name })}</Text>
      <Group mt="md">
        <Button component="a" href={next}>
          {t('continue')}
        </Button>
        <form action={signOut}>
          <Button type="submit" variant="default">
            {t('signOut')}
          </Button>
        </form>
      </Group>
    </div>
  );
}
