import { currentPrincipal } from '@/app/_auth/current-principal';
import { type ChatSearchParams, loadSession } from '@/app/_chat/load-session';
import { Chat } from '@/app/_ui/chat/chat';

/** The chat of customers and guests. */
export default async function ChatPage({ searchParams }: { searchParams: ChatSearchParams }) {
  const principal = await currentPrincipal();
  const initial = await loadSession(principal, searchParams);
  return <Chat initial={initial} audience={principal.kind} path="/" />;
}
