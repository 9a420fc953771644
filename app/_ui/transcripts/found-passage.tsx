import { useTranslations } from 'next-intl';
import { TextLink } from '@/app/_ui/text-link';
import classes from './turn-timeline.module.css';

interface Found {
  documentId: string;
  document?: string;
  page: number | null;
  score: number;
}

/** A passage by its document and page; its words stand in the document, for whoever may read it. */
export function FoundPassage({ found }: { found: Found }) {
  const t = useTranslations('admin.transcripts.retrieval');
  const { documentId, document, page, score } = found;
  return (
    <>
      {document === undefined ? (
        t('closed')
      ) : (
        <TextLink href={`/knowledge/${documentId}${page === null ? '' : `?page=${page}`}`}>
          {document}
        </TextLink>
      )}
      <span className={classes.hitFacts}>
        {page === null ? null : `${t('page', { page })} · `}
        {t('score', { score: score.toFixed(3) })}
      </span>
    </>
  );
}
