'use client';
import { Alert, Button, Group, Radio, RadioGroup, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { LocalTime } from '@/app/_ui/local-time';
import { type SettingsView, settingsSchema, unstructuredFallbacks } from '@/lib/shared/settings';
import { SavingNote } from './saving-note';
import { useSettings } from './use-settings';

interface Props {
  settings: SettingsView;
  /** `off`: documents are read by the desk itself, and the choice counts once that changes. */
  service: 'off' | 'up' | 'down';
}

/** What happens to documents while the service that reads them is down. */
export function ReaderChoice({ settings, service }: Props) {
  const t = useTranslations('settings.reader');
  const { view, saving, save } = useSettings(settings);
  const [chosen, setChosen] = useState(view.settings.unstructuredFallback);
  const change = view.changes.find(({ name }) => name === 'unstructuredFallback');

  function submit(event: FormEvent) {
    event.preventDefault();
    void save({ unstructuredFallback: chosen });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text c="dimmed" maw="60ch">
          {t(service === 'off' ? 'off' : 'intro')}
        </Text>
        {service === 'down' ? <Alert color="yellow">{t('down')}</Alert> : null}
        <RadioGroup
          label={t('label')}
          value={chosen}
          onChange={(value) => setChosen(settingsSchema.shape.unstructuredFallback.parse(value))}
        >
          <Stack gap="sm" mt="xs" maw="60ch">
            {unstructuredFallbacks.map((fallback) => (
              <Radio
                key={fallback}
                value={fallback}
                label={t(fallback)}
                description={t(`${fallback}Hint`)}
              />
            ))}
          </Stack>
        </RadioGroup>
        <Group gap="md">
          <Button type="submit" loading={saving.state === 'running'}>
            {t('save')}
          </Button>
          <SavingNote saving={saving} />
        </Group>
        {change ? (
          <Text size="sm" c="dimmed">
            {t.rich('changed', {
              by: change.by ?? t('somebody'),
              time: () => <LocalTime at={change.at} />,
            })}
          </Text>
        ) : null}
      </Stack>
    </form>
  );
}
