import { Button, Group, Text, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useSubmit } from '@/app/_ui/use-submit';

const maxLength = 20_000;

interface Props {
  /** What the field is for, for those who do not see where it stands. */
  label: string;
  hint: string;
  save: string;
  /** What stands there at first. */
  initial: string;
  /** Other fields of the form. */
  children?: ReactNode;
  onSave: (text: string) => Promise<void>;
  onClose: () => void;
}

/** Where the words of a passage are written. They stay until the server has taken them. */
export function WordsForm({ label, hint, save, initial, children, onSave, onClose }: Props) {
  const t = useTranslations('document.passages');
  const common = useTranslations('common');
  const [text, setText] = useState(initial);
  const { submit, isBusy, problem, setProblem } = useSubmit();

  async function send(event: FormEvent) {
    event.preventDefault();
    if (!text.trim()) return setProblem(t('empty'));
    await submit(async () => {
      await onSave(text.trim());
      onClose();
    });
  }

  return (
    <form onSubmit={send}>
      <Textarea
        my="xs"
        aria-label={label}
        autosize
        autoFocus
        minRows={3}
        maxRows={18}
        maxLength={maxLength}
        value={text}
        error={problem}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {children}
      <Text size="xs" c="dimmed" mb="xs">
        {hint}
      </Text>
      <Group gap="xs">
        <Button type="submit" size="xs" loading={isBusy}>
          {save}
        </Button>
        <Button variant="default" size="xs" onClick={onClose}>
          {common('cancel')}
        </Button>
      </Group>
    </form>
  );
}
