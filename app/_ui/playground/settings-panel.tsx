'use client';
import { Button, Divider, Stack, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAdjustments } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSubmit } from '@/app/_ui/use-submit';
import type { RetrievalSettings } from '@/lib/shared/retrieval';
import type { AskedQuestion, RetrievalView } from '@/lib/shared/trials';
import { AppliedList } from './applied-list';
import { ApplyBar } from './apply-bar';
import classes from './playground.module.css';
import { applySettings } from './playground-api';
import { SettingsFields } from './settings-fields';

interface Props {
  settings: RetrievalSettings;
  view: RetrievalView;
  recent: AskedQuestion[];
  onSlide: (settings: RetrievalSettings) => void;
  onTry: (settings: RetrievalSettings) => void;
  onApplied: (view: RetrievalView) => void;
}

/** How passages are looked for: to try, and to apply for the desk. Folded on a phone. */
export function SettingsPanel({ settings, view, recent, onSlide, onTry, onApplied }: Props) {
  const t = useTranslations('playground');
  const [isOpen, setIsOpen] = useState(false);
  const { submit, isBusy, problem } = useSubmit();

  const apply = () =>
    submit(async () => {
      onApplied(await applySettings(settings));
      notifications.show({ message: t('apply.done') });
    });

  const fields = (
    <Stack gap="md">
      <SettingsFields {...{ settings, view, onSlide }} onSettle={onTry} />
      <ApplyBar
        {...{ settings, recent, isBusy, problem }}
        applied={view.settings}
        onApply={apply}
        onDiscard={() => onTry(view.settings)}
      />
      <Divider />
      <AppliedList view={view} onUse={onTry} />
    </Stack>
  );

  return (
    <section aria-labelledby="playground-settings">
      <Title order={2} id="playground-settings" className={classes.wideOnly} mb="sm">
        {t('settings.title')}
      </Title>
      <Button
        className={classes.phoneOnly}
        variant="default"
        fullWidth
        leftSection={<IconAdjustments size={16} stroke={1.6} aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('settings.toggle')}
      </Button>
      <div className={classes.foldable} data-open={isOpen}>
        {fields}
      </div>
    </section>
  );
}
