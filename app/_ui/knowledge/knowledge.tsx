'use client';
import { Stack } from '@mantine/core';
import { useRef } from 'react';
import type { DocumentCounts } from '@/lib/shared/documents';
import { IndexBanner } from './index-banner';
import { DocumentList } from './list/document-list';
import { ListProblem } from './list/list-problem';
import { useCounts } from './list/use-counts';
import { useDocumentChanges } from './list/use-document-changes';
import { useDocumentFilter } from './list/use-document-filter';
import { type InitialDocuments, useDocuments } from './list/use-documents';
import { UploadList } from './upload/upload-list';
import { UploadPanel } from './upload/upload-panel';
import { useUploads } from './upload/use-uploads';
import { type Team, useVisibilityOptions } from './use-visibility-options';

interface Props {
  readerId: string;
  initial: InitialDocuments;
  initialCounts: DocumentCounts;
  teams: Team[];
  /** Largest file, in megabytes. */
  limitMb: number;
  mayManage: boolean;
}

/** The documents that answers are taken from: upload, watch, open to readers, delete. */
export function Knowledge({ readerId, initial, initialCounts, teams, limitMb, mayManage }: Props) {
  const visibilities = useVisibilityOptions(teams);
  const { filter, change, clear } = useDocumentFilter();
  const top = useRef<HTMLDivElement>(null);
  const isAtTop = () => (top.current?.getBoundingClientRect().top ?? 0) >= 0;
  const list = useDocuments(filter, initial, isAtTop);
  const { counts, refresh: recount } = useCounts(initialCounts);
  const sending = useUploads(readerId);

  /** These have changed; without any named, many may have. */
  async function follow(ids?: string[]) {
    sending.touch(ids ?? []);
    await Promise.all([ids ? list.follow(ids) : list.load(), recount()]);
  }

  const isOnline = useDocumentChanges({
    onConnect: () => {
      sending.resume();
      void follow();
    },
    onChanges: follow,
  });

  return (
    <Stack gap="lg">
      <IndexBanner />
      {mayManage ? (
        <>
          <UploadPanel visibilities={visibilities} limitMb={limitMb} onAdd={sending.add} />
          <UploadList sending={sending} onShowFailed={() => change({ status: 'failed' })} />
        </>
      ) : null}
      <ListProblem fault={list.fault} isOnline={isOnline} onRetry={() => follow()} />
      <div ref={top}>
        <DocumentList
          list={list}
          filter={filter}
          counts={counts}
          visibilities={visibilities}
          mayManage={mayManage}
          onFilter={change}
          onClearFilter={clear}
          onChanged={follow}
        />
      </div>
    </Stack>
  );
}
