import { Button, CopyButton, Group, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** Something to be copied and handed on: all of it visible, selected at a click. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const t = useTranslations('admin.users');
  return (
    <Group align="flex-start" gap="sm" mt="sm">
      <Textarea
        flex={1}
        readOnly
        autosize
        value={value}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={value}>
        {({ copied, copy }) => <Button onClick={copy}>{copied ? t('copied') : t('copy')}</Button>}
      </CopyButton>
    </Group>
  );
}
