import { ActionIcon, Group, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useReader } from './reader-context';

interface Props {
  page: number;
  count: number;
  onShow: (page: number) => void;
}

/** The way from page to page: one back, one on, or to a number. */
export function PageNav({ page, count, onShow }: Props) {
  const t = useTranslations('document.pages');
  const { unit } = useReader();
  return (
    <Group component="nav" gap={6} wrap="nowrap" aria-label={t('label', { unit })}>
      <ActionIcon
        variant="default"
        aria-label={t('previous', { unit })}
        disabled={page <= 1}
        onClick={() => onShow(page - 1)}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <PageField key={page} page={page} onShow={onShow} label={t('page', { unit })} />
      <Text size="sm" aria-hidden>
        {t('of', { count })}
      </Text>
      <VisuallyHidden role="status">{t('now', { unit, page, count })}</VisuallyHidden>
      <ActionIcon
        variant="default"
        aria-label={t('next', { unit })}
        disabled={page >= count}
        onClick={() => onShow(page + 1)}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  );
}

interface FieldProps {
  page: number;
  label: string;
  onShow: (page: number) => void;
}

/** Takes a number; anything else leaves the page as it is. */
function PageField({ page, label, onShow }: FieldProps) {
  const [text, setText] = useState(String(page));

  function submit(event?: FormEvent) {
    event?.preventDefault();
    const wanted = Number(text);
    if (Number.isInteger(wanted) && wanted > 0) onShow(wanted);
    else setText(String(page));
  }

  return (
    <Group component="form" gap={6} wrap="nowrap" onSubmit={submit}>
      <Text size="sm" aria-hidden>
        {label}
      </Text>
      <TextInput
        size="xs"
        w={56}
        aria-label={label}
        inputMode="numeric"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => submit()}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Group>
  );
}
