import { requirePageAccess } from '@/app/_auth/current-principal';
import { Chat } from '@/app/_ui/chat/chat';

/** The chat of staff, over everything they may read. */
export default async function StaffChatPage() {
  await requirePageAccess('staff-chat:use', '/staff');
  return <Chat initial={null} audience="staff" path="/staff" />;
}
