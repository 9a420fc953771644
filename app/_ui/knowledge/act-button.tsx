import { Button, type ButtonProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

interface Props extends ButtonProps {
  /** What it does; the button shows that it is at it. Faults are told by the act itself. */
  act: () => Promise<void>;
  'aria-label'?: string;
}

/** A button for something that takes a moment: it cannot be pressed twice, and keeps the focus. */
export function ActButton({ act, ...look }: Props) {
  const [isBusy, setIsBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const hasRun = useRef(false);

  async function run() {
    hasRun.current = true;
    setIsBusy(true);
    await act().finally(() => setIsBusy(false));
  }

  // While it is at it the button is disabled, and a disabled button loses the focus.
  useEffect(() => {
    if (isBusy || !hasRun.current) return;
    if (document.activeElement === document.body) button.current?.focus();
  }, [isBusy]);

  return <Button ref={button} size="compact-xs" {...look} loading={isBusy} onClick={run} />;
}
