'use client';
import { Stack, Tabs } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/app/_ui/empty-state';
import type { Team } from '@/app/_ui/knowledge/use-visibility-options';
import { LoadProblem } from '@/app/_ui/load-problem';
import type { DocumentView } from '@/lib/shared/documents';
import classes from './document.module.css';
import { fetchVersions } from './document-api';
import { DocumentHeader } from './document-header';
import { IngestionLog } from './history/ingestion-log';
import { VersionList } from './history/version-list';
import { Reader, type ReaderTarget } from './reader/reader';
import { useDocument } from './use-document';
import { type DocumentPart, useDocumentAddress } from './use-document-address';
import { useLoaded } from './use-loaded';

interface Props {
  initial: DocumentView;
  teams: Team[];
  mayManage: boolean;
  target: ReaderTarget | null;
}

/** One document: how it stands, the original beside what was read, its log and its versions. */
export function DocumentScreen({ initial, teams, mayManage, target }: Props) {
  const t = useTranslations('document.tabs');
  const { document, revision, fault, refresh } = useDocument(initial);
  const { part, showPart } = useDocumentAddress();
  const { id, newestVersion } = document;
  const versions = useLoaded(id, revision, () => fetchVersions(id));
  const format = versions.data?.find(({ isLive }) => isLive)?.format ?? document.format;
  return (
    <Stack gap="lg">
      {fault ? <LoadProblem fault={fault} onRetry={refresh} /> : null}
      <DocumentHeader document={document} teams={teams} mayManage={mayManage} onChanged={refresh} />
      <Tabs value={part} onChange={(value) => showPart(value as DocumentPart)}>
        <Tabs.List aria-label={t('label')}>
          <Tabs.Tab value="content">{t('content')}</Tabs.Tab>
          <Tabs.Tab value="log">{t('log')}</Tabs.Tab>
          <Tabs.Tab value="versions">{t('versions', { count: newestVersion })}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="content" className={classes.panel}>
          <Content
            document={document}
            revision={revision}
            format={format}
            mayManage={mayManage}
            target={target}
          />
        </Tabs.Panel>
        <Tabs.Panel value="log" className={classes.panel}>
          <IngestionLog documentId={id} newestVersion={newestVersion} revision={revision} />
        </Tabs.Panel>
        <Tabs.Panel value="versions" className={classes.panel}>
          <VersionList
            documentId={id}
            versions={versions.data}
            fault={versions.fault}
            mayManage={mayManage}
            onRetry={versions.reload}
            onChanged={refresh}
          />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

interface ContentProps extends Pick<Props, 'mayManage' | 'target'> {
  document: DocumentView;
  /** Changes whenever the document does. */
  revision: number;
  /** Of the version that answers. */
  format: string | null;
}

/** The version that answers; as long as there is none, why. */
function Content({ document, revision, ...rest }: ContentProps) {
  const t = useTranslations('document.notRead');
  const { id, liveVersion, pages, status } = document;
  if (liveVersion === null) {
    const state = status === 'failed' ? 'failed' : 'running';
    return (
      <EmptyState
        icon={<IconFileSearch size={32} stroke={1.4} />}
        title={t(`${state}.title`)}
        text={t(`${state}.text`)}
      />
    );
  }
  // Reading another version changes the document all the time, but not what this one says.
  const isSettled = status === 'ready' || status === 'failed';
  const stamp = `${liveVersion}/${isSettled ? revision : ''}`;
  return <Reader documentId={id} version={liveVersion} pages={pages} stamp={stamp} {...rest} />;
}
