import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useSubmit } from './use-submit';

interface Props {
  isOpen: boolean;
  title: string;
  /** What will be gone, or done. */
  text: string;
  /** What the button says that does it. */
  confirm: string;
  /** Of that button; red where something will be gone. */
  color?: string;
  /** Choices about how it is done. */
  children?: ReactNode;
  /** Does it; the dialog closes, or says why that failed. */
  onConfirm: () => Promise<void>;
  onClose: () => void;
  /** The dialog has gone, and has given the focus back. */
  onClosed?: () => void;
}

/** Asks before something is done that cannot be undone. */
export function ConfirmDialog({
  isOpen,
  title,
  text,
  confirm,
  color = 'red',
  children,
  ...on
}: Props) {
  const t = useTranslations('common');
  const { submit, isBusy, problem } = useSubmit();
  const run = () =>
    submit(async () => {
      await on.onConfirm();
      on.onClose();
    });
  return (
    <Modal
      opened={isOpen}
      onClose={on.onClose}
      onExitTransitionEnd={on.onClosed}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text size="sm">{text}</Text>
      {children}
      {problem ? (
        <Text size="sm" c="red" mt="sm" role="alert">
          {problem}
        </Text>
      ) : null}
      <Group justify="end" mt="lg">
        <Button variant="default" onClick={on.onClose}>
          {t('cancel')}
        </Button>
        <Button color={color} loading={isBusy} onClick={run}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
