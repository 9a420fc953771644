import { Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useAct } from '@/app/_ui/use-act';
import type { ConnectionSummary } from '@/lib/shared/connections';
import { changeConnection } from './connections-api';

interface Props {
  connection: ConnectionSummary;
  onChanged: () => Promise<void>;
}

/** Turns a connection on and off: specialists lose its tools at once, its settings stay. */
export function ConnectionSwitch({ connection, onChanged }: Props) {
  const t = useTranslations('tools');
  const { act, isBusy } = useAct();
  const { id, name, isOn, revision } = connection;

  async function turn(isOn: boolean) {
    await act(async () => {
      await changeConnection(id, { revision, isOn });
      return t(isOn ? 'turnedOn' : 'turnedOff', { name });
    });
    // Whether or not it was done, somebody else may have changed it.
    await onChanged();
  }

  return (
    <Switch
      checked={isOn}
      disabled={isBusy}
      onChange={(event) => void turn(event.currentTarget.checked)}
      aria-label={t('switch', { name })}
    />
  );
}
