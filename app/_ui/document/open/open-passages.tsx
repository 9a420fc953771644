import { Skeleton, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { MoreButton } from '@/app/_ui/document/more-button';
import { PassageWords } from '@/app/_ui/document/quoted/passage-words';
import { useReader } from '@/app/_ui/document/reader/reader-context';
import { itemId } from '@/app/_ui/document/reader/reveal';
import { LoadProblem } from '@/app/_ui/load-problem';
import type { ReadablePassage } from '@/lib/shared/chunks';
import classes from './open.module.css';
import type { useOpenPassages } from './use-open-passages';

interface Props {
  loaded: ReturnType<typeof useOpenPassages>;
  /** Null where the document has no pages. */
  page: number | null;
}

/** What a document says, to be read from top to bottom. */
export function OpenPassages({ loaded, page }: Props) {
  const t = useTranslations('document');
  const { passages, fault, reload, showMore, showEarlier } = loaded;
  return (
    <section className={classes.words} aria-label={t('reader.text')}>
      {fault ? <LoadProblem fault={fault} onRetry={reload} /> : null}
      {passages || fault ? null : <Skeleton h="12rem" />}
      {passages?.length === 0 ? (
        <Text c="dimmed">{t(page === null ? 'open.emptyAtAll' : 'open.empty')}</Text>
      ) : null}
      {showEarlier ? <MoreButton label={t('reader.showEarlier')} onShow={showEarlier} /> : null}
      {passages?.map((passage) => (
        <OpenPassage key={passage.id} passage={passage} />
      ))}
      {showMore ? <MoreButton label={t('reader.showMore')} onShow={showMore} /> : null}
    </section>
  );
}

function OpenPassage({ passage: { id, text, headingPath } }: { passage: ReadablePassage }) {
  const { active, quote, hover, select } = useReader();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what it marks on the page is for the eye alone.
    <div
      id={itemId(id)}
      className={classes.passage}
      tabIndex={-1}
      aria-current={active === id ? 'true' : undefined}
      onMouseEnter={() => hover(id)}
      onMouseLeave={() => hover(null)}
      onFocus={() => select(id)}
    >
      <PassageWords
        text={text}
        headingPath={headingPath}
        quote={quote?.chunkId === id ? quote.words : null}
      />
    </div>
  );
}
