import { NativeSelect, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { fetchLog } from '@/app/_ui/document/document-api';
import { useLoaded } from '@/app/_ui/document/use-loaded';
import { LoadProblem } from '@/app/_ui/load-problem';
import { LocalTime } from '@/app/_ui/local-time';
import type { LogEntry } from '@/lib/shared/ingestion-log';
import classes from './history.module.css';

interface Props {
  documentId: string;
  newestVersion: number;
  /** Changes whenever the document does. */
  revision: number;
}

/** What happened while a version was read, kept up to date while it goes on. */
export function IngestionLog({ documentId, newestVersion, revision }: Props) {
  const t = useTranslations('document.log');
  // Until a version is chosen the newest is followed, also when another one arrives.
  const [chosen, setChosen] = useState<number | null>(null);
  const version = chosen ?? newestVersion;
  const key = `${documentId}/${version}`;
  const { data, fault, reload } = useLoaded(key, revision, () => fetchLog(documentId, version));
  const numbers = Array.from({ length: newestVersion }, (_, index) => newestVersion - index);
  return (
    <Stack gap="sm" maw={760}>
      {numbers.length > 1 ? (
        <NativeSelect
          w="fit-content"
          label={t('version')}
          value={version}
          data={numbers.map((number) => ({
            value: String(number),
            label: t('versionNumber', { number }),
          }))}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        />
      ) : null}
      {fault ? <LoadProblem fault={fault} onRetry={reload} /> : null}
      {data || fault ? null : <Skeleton h="6rem" />}
      {data?.length === 0 ? <Text c="dimmed">{t('none')}</Text> : null}
      {data ? (
        <div role="log" aria-label={t('label')}>
          <ol className={classes.entries}>
            {data.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows at its end.
              <Entry key={index} entry={entry} />
            ))}
          </ol>
        </div>
      ) : null}
    </Stack>
  );
}

function Entry({ entry: { at, level, message } }: { entry: LogEntry }) {
  const t = useTranslations('document.log.level');
  return (
    <li className={classes.entry} data-level={level}>
      <span className={classes.time}>
        <LocalTime at={at} dateStyle="short" timeStyle="medium" />
      </span>
      <span>
        {level === 'info' ? null : <span className={classes.level}>{t(level)}: </span>}
        {message}
      </span>
    </li>
  );
}
