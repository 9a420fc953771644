import { Alert, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFieldError } from '../fields/use-field-error';
import { CallerFields } from './caller-fields';
import { ConnectionNameField } from './connection-name-field';
import type { PartProps } from './typed-connection';

interface Props extends PartProps {
  /** Names of the programs that the server's configuration lets the desk run. */
  commands: string[];
}

/** What has to be known of an MCP server: where it is, or which program runs it. */
export function McpFields({ typed, faults, commands, change }: Props) {
  const t = useTranslations('tools.add');
  const errorOf = useFieldError(faults);
  const isCommand = typed.reach === 'command';

  function chooseReach(reach: string) {
    if (reach !== 'command') return change({ reach: 'address' });
    change({ reach: 'command', command: typed.command || (commands[0] ?? '') });
  }

  return (
    <>
      <ConnectionNameField typed={typed} faults={faults} change={change} />
      <Radio.Group label={t('reach')} value={typed.reach} onChange={chooseReach}>
        <Stack gap="xs" mt="xs">
          <Radio value="address" label={t('reaches.address')} />
          <Radio value="command" label={t('reaches.command')} disabled={commands.length === 0} />
        </Stack>
      </Radio.Group>
      {commands.length === 0 ? (
        <Alert color="gray" variant="light" p="xs">
          {t('noCommands')}
        </Alert>
      ) : null}
      {isCommand ? (
        <NativeSelect
          label={t('command')}
          description={t('commandHint')}
          value={typed.command}
          error={errorOf('reach')}
          onChange={(event) => change({ command: event.currentTarget.value })}
          data={commands}
        />
      ) : (
        <>
          <TextInput
            label={t('serverAddress')}
            description={t('serverAddressHint')}
            withAsterisk
            aria-required
            inputMode="url"
            spellCheck={false}
            value={typed.serverAddress}
            error={errorOf('reach')}
            onChange={(event) => change({ serverAddress: event.currentTarget.value })}
          />
          <CallerFields typed={typed} faults={faults} change={change} />
        </>
      )}
    </>
  );
}
