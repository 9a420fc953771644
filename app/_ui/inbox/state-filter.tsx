import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type CaseFilter, caseStateSchema, caseStates } from '@/lib/shared/inbox';
import classes from './inbox.module.css';

interface Props {
  state: CaseFilter;
  counts: Record<CaseFilter, number>;
  onChange: (state: CaseFilter) => void;
}

/** Which cases the list shows, with how many there are of each. */
export function StateFilter({ state, counts, onChange }: Props) {
  const t = useTranslations('inbox');
  return (
    <div className={classes.filter}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('filterLabel')}
        value={state}
        onChange={(value) => onChange(caseStateSchema.parse(value))}
        data={caseStates.map((value) => ({
          value,
          label: (
            <>
              {t(`states.${value}`)}{' '}
              <span className={classes.count}>{t('count', { count: counts[value] })}</span>
            </>
          ),
        }))}
      />
    </div>
  );
}
