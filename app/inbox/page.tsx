import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePageAccess } from '@/app/_auth/current-principal';
import { Inbox } from '@/app/_ui/inbox/inbox';
import { can } from '@/lib/auth/permissions';
import { listApprovals } from '@/lib/operations/list-approvals';
import { readInbox } from '@/lib/operations/read-inbox';
import { caseStateSchema } from '@/lib/shared/inbox';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where operators work on the conversations that need a person. */
export default async function InboxPage({ searchParams }: Props) {
  const principal = await requirePageAccess('inbox:work', '/inbox');
  const state = caseStateSchema.catch('open').parse((await searchParams).state);
  const mayDecide = can(principal, 'approval:decide');
  const [list, approvals] = await Promise.all([
    readInbox(principal, state),
    mayDecide ? listApprovals(principal) : [],
  ]);
  const reader = {
    id: principal.id,
    isOverseer: can(principal, 'inbox:oversee'),
    mayReadTranscripts: can(principal, 'transcript:read'),
    mayDecide,
  };
  return <Inbox reader={reader} initial={{ state, list }} approvals={approvals} />;
}
