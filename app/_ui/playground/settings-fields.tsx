import { Stack, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { RetrievalSettings } from '@/lib/shared/retrieval';
import type { RetrievalView } from '@/lib/shared/trials';
import classes from './setting.module.css';
import { type NumberField, numberFields } from './setting-fields';
import { SettingSlider } from './setting-slider';

interface Props {
  settings: RetrievalSettings;
  view: RetrievalView;
  /** While a slider moves. */
  onSlide: (settings: RetrievalSettings) => void;
  /** When it has come to rest. */
  onSettle: (settings: RetrievalSettings) => void;
}

/** Every setting of a search. */
export function SettingsFields({ settings, view, onSlide, onSettle }: Props) {
  const t = useTranslations('playground.settings');
  const { hasMeaning, hasReranker, settings: applied } = view;

  function hintOf(name: NumberField['name']) {
    return name === 'meaning' && !hasMeaning ? t('meaningOff') : t(`${name}Hint`);
  }

  return (
    <Stack gap="md">
      {numberFields.map((field) => (
        <SettingSlider
          key={field.name}
          field={field}
          label={t(field.name)}
          hint={hintOf(field.name)}
          value={settings[field.name]}
          applied={applied[field.name]}
          isDisabled={field.name === 'meaning' && !hasMeaning}
          appliedNote={(value) => t('wasApplied', { name: t(field.name), value })}
          onSlide={(value) => onSlide({ ...settings, [field.name]: value })}
          onSettle={(value) => onSettle({ ...settings, [field.name]: value })}
        />
      ))}
      <div className={classes.setting} data-changed={settings.isReranked !== applied.isReranked}>
        <Switch
          label={t('isReranked')}
          description={hasReranker ? t('isRerankedHint') : t('rerankerOff')}
          disabled={!hasReranker}
          checked={hasReranker && settings.isReranked}
          onChange={(event) => onSettle({ ...settings, isReranked: event.currentTarget.checked })}
        />
      </div>
    </Stack>
  );
}
