import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';

interface Props extends ButtonProps {
  /** What it does; the button shows that it is at it. Faults are told by the act itself. */
  act: () => Promise<void>;
  'aria-label'?: string;
}

/** A button for something that takes a moment: it cannot be pressed twice. */
export function ActButton({ act, ...look }: Props) {
  const [isBusy, setIsBusy] = useState(false);

  async function run() {
    setIsBusy(true);
    await act().finally(() => setIsBusy(false));
  }

  return <Button size="compact-xs" {...look} loading={isBusy} onClick={run} />;
}
