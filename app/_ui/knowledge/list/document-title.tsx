import { Text, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { TextLink } from '@/app/_ui/text-link';
import type { DocumentView } from '@/lib/shared/documents';
import classes from './list.module.css';

interface Props {
  document: DocumentView;
  onSource: (sourceId: string) => void;
}

/** A document's title and file, where it comes from, and which of its versions answers. */
export function DocumentTitle({ document, onSource }: Props) {
  const t = useTranslations('knowledge.row');
  const { id, title, filename, source } = document;
  const versionNote = useVersionNote(document);
  return (
    <>
      <TextLink href={`/knowledge/${id}`} lineClamp={2} data-title>
        {title}
      </TextLink>
      {filename === title ? null : (
        <Text size="xs" c="dimmed" truncate title={filename}>
          {filename}
        </Text>
      )}
      {source ? (
        <UnstyledButton
          className={classes.source}
          aria-label={t('fromSource', { name: source.name })}
          onClick={() => onSource(source.id)}
        >
          {source.name}
        </UnstyledButton>
      ) : null}
      {versionNote ? <Text size="xs">{versionNote}</Text> : null}
    </>
  );
}

/** Says which version answers when it is not the newest; null where there is nothing to say. */
function useVersionNote({ liveVersion, newestVersion, status, error }: DocumentView) {
  const t = useTranslations('knowledge.row');
  if (liveVersion === null || liveVersion === newestVersion) return null;
  const versions = { live: liveVersion, newest: newestVersion };
  if (error?.code === 'cancelled') return t('versionCancelled', versions);
  return t(status === 'failed' ? 'versionFailed' : 'versionReading', versions);
}
