import { Alert } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

const focus = (note: HTMLDivElement | null) => note?.focus();

/** What the reader has just decided. It takes the focus, whose button has gone. */
export function DecisionNote({ text }: { text: string }) {
  return (
    <Alert
      ref={focus}
      tabIndex={-1}
      color="harbor"
      variant="light"
      role="status"
      icon={<IconCheck size={18} />}
    >
      {text}
    </Alert>
  );
}
