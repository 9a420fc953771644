import { Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import classes from './reader.module.css';

export type ReadSide = 'passages' | 'text';

interface Props {
  side: ReadSide;
  onShow: (side: ReadSide) => void;
  passages: ReactNode;
  text: ReactNode;
  /** What stands under both. */
  children: ReactNode;
}

/** What was read, as the passages that answers are taken from or element by element. */
export function ReadPane({ side, onShow, passages, text, children }: Props) {
  const t = useTranslations('document.reader');
  return (
    <section className={classes.read} aria-label={t('read')}>
      <Tabs
        value={side}
        onChange={(value) => onShow(value === 'text' ? 'text' : 'passages')}
        variant="pills"
        keepMounted={false}
      >
        <Tabs.List mb="sm" aria-label={t('read')}>
          <Tabs.Tab value="passages">{t('passages')}</Tabs.Tab>
          <Tabs.Tab value="text">{t('text')}</Tabs.Tab>
        </Tabs.List>
        {/* What is being written stays; what was read can be drawn again. */}
        <Tabs.Panel value="passages" keepMounted>
          {passages}
        </Tabs.Panel>
        <Tabs.Panel value="text">{text}</Tabs.Panel>
      </Tabs>
      {children}
    </section>
  );
}
