import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Eyes } from './eyes';
import { PersonSelect } from './person-select';
import type { TrialInput } from './use-trial';

const kinds = ['self', 'guest', 'customer', 'user'] as const;

interface Props {
  input: TrialInput;
  isBusy: boolean;
  onType: (query: string) => void;
  onRun: (changes?: Partial<TrialInput>) => void;
}

/** The question, and whose eyes it is tried with. */
export function QuestionForm({ input: { query, eyes }, isBusy, onType, onRun }: Props) {
  const t = useTranslations('playground.question');

  function choose(kind: string) {
    const chosen = kinds.find((each) => each === kind) ?? 'self';
    const next: Eyes = chosen === 'user' ? { kind: 'user', person: null } : { kind: chosen };
    onRun({ eyes: next });
  }

  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onRun();
        }}
      >
        <Group align="end" gap="sm">
          <TextInput
            type="search"
            label={t('label')}
            placeholder={t('placeholder')}
            flex="1 1 18rem"
            autoComplete="off"
            enterKeyHint="search"
            leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
            value={query}
            onChange={(event) => onType(event.currentTarget.value)}
          />
          <Button type="submit" loading={isBusy}>
            {t('run')}
          </Button>
        </Group>
        <Group align="end" gap="sm" mt="sm">
          <NativeSelect
            label={t('viewAs')}
            value={eyes.kind}
            onChange={(event) => choose(event.currentTarget.value)}
            data={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          {eyes.kind === 'user' ? (
            <PersonSelect
              person={eyes.person}
              onChoose={(person) => onRun({ eyes: { kind: 'user', person } })}
            />
          ) : null}
        </Group>
        {eyes.kind === 'user' ? (
          <Text size="xs" c="dimmed" mt={6}>
            {t('viewAsHint')}
          </Text>
        ) : null}
      </form>
    </search>
  );
}
