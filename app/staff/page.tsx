import { requirePageAccess } from '@/app/_auth/current-principal';
import { type ChatSearchParams, loadSession } from '@/app/_chat/load-session';
import { Chat } from '@/app/_ui/chat/chat';

/** The chat of staff, over everything they may read. */
export default async function StaffChatPage({ searchParams }: { searchParams: ChatSearchParams }) {
  const principal = await requirePageAccess('staff-chat:use', '/staff');
  const initial = await loadSession(principal, searchParams);
  return <Chat initial={initial} audience="staff" path="/staff" />;
}
