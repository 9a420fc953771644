import { Input, Slider } from '@mantine/core';
import classes from './setting.module.css';
import type { NumberField } from './setting-fields';
import { useFigure } from './use-figure';

interface Props {
  field: NumberField;
  label: string;
  hint: string;
  value: number;
  /** What the desk uses. */
  applied: number;
  isDisabled: boolean;
  /** Says what the desk uses, where that is something else. */
  appliedNote: (value: string) => string;
  onSlide: (value: number) => void;
  onSettle: (value: number) => void;
}

/** One setting that is a number, with what it is now and what the desk uses. */
export function SettingSlider(props: Props) {
  const { field, label, hint, value, applied, isDisabled, appliedNote, onSlide, onSettle } = props;
  const figure = useFigure();
  const { min, max, step } = field;
  const isChanged = value !== applied;
  const rounded = (given: number) => Number(given.toFixed(2));
  return (
    <div className={classes.setting} data-changed={isChanged}>
      <div className={classes.settingHead}>
        <Input.Label component="span">{label}</Input.Label>
        <output className={classes.value}>{figure(value)}</output>
      </div>
      <Input.Description>{hint}</Input.Description>
      <Slider
        thumbLabel={label}
        label={null}
        size="sm"
        my={6}
        disabled={isDisabled}
        marks={isChanged ? [{ value: applied }] : undefined}
        {...{ min, max, step, value }}
        onChange={(given) => onSlide(rounded(given))}
        onChangeEnd={(given) => onSettle(rounded(given))}
      />
      {isChanged ? <span className={classes.applied}>{appliedNote(figure(applied))}</span> : null}
    </div>
  );
}
