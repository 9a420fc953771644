import { Anchor, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './chat.module.css';

/** Whose desk it is: that decides the welcome and the suggestions. */
export type Audience = 'guest' | 'customer' | 'staff';

interface Props {
  audience: Audience;
  onSuggest: (text: string) => void;
}

const suggestions = ['first', 'second', 'third', 'fourth'] as const;

/** What the desk can do, and four ways to begin. */
export function EmptyState({ audience, onSuggest }: Props) {
  const t = useTranslations('chat.empty');
  const side = audience === 'staff' ? 'staff' : 'customer';
  return (
    <div className={classes.empty}>
      <Title order={1} ta="center">
        {t(`${side}.title`)}
      </Title>
      <Text c="dimmed" ta="center" mt="xs">
        {t(`${side}.text`)}
      </Text>
      <div className={classes.suggestions}>
        {suggestions.map((key) => (
          <UnstyledButton
            key={key}
            className={classes.suggestion}
            onClick={() => onSuggest(t(`${side}.suggestions.${key}`))}
          >
            {t(`${side}.suggestions.${key}`)}
          </UnstyledButton>
        ))}
      </div>
      {audience === 'guest' ? (
        <Text size="sm" c="dimmed" ta="center" mt="lg">
          {t.rich('signIn', { link: (label) => <Anchor href="/sign-in">{label}</Anchor> })}
        </Text>
      ) : null}
    </div>
  );
}
