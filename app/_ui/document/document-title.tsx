import { ActionIcon, Button, Group, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSubmit } from '@/app/_ui/use-submit';

interface Props {
  title: string;
  mayManage: boolean;
  onRename: (title: string) => Promise<void>;
}

/** The document's title; whoever may change it finds a pencil beside. */
export function DocumentTitle({ title, mayManage, onRename }: Props) {
  const t = useTranslations('document.title');
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) {
    return <TitleForm title={title} onRename={onRename} onClose={() => setIsEditing(false)} />;
  }
  return (
    <Group gap="xs" wrap="nowrap" align="center">
      <Title order={1} lineClamp={3}>
        {title}
      </Title>
      {mayManage ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('edit')}
          onClick={() => setIsEditing(true)}
        >
          <IconPencil size={18} stroke={1.6} />
        </ActionIcon>
      ) : null}
    </Group>
  );
}

interface FormProps {
  title: string;
  onRename: (title: string) => Promise<void>;
  onClose: () => void;
}

/** What was typed stays until the server has taken it. */
function TitleForm({ title, onRename, onClose }: FormProps) {
  const t = useTranslations('document.title');
  const common = useTranslations('common');
  const [text, setText] = useState(title);
  const { submit, isBusy, problem } = useSubmit();

  async function save(event: FormEvent) {
    event.preventDefault();
    await submit(async () => {
      await onRename(text.trim());
      notifications.show({ message: t('saved', { title: text.trim() }) });
      onClose();
    });
  }

  return (
    <form onSubmit={save}>
      <Group gap="xs" align="start">
        <TextInput
          flex="1 1 16rem"
          aria-label={t('label')}
          value={text}
          error={problem}
          maxLength={300}
          autoFocus
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
        <Button type="submit" loading={isBusy} disabled={!text.trim()}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
      </Group>
    </form>
  );
}
