import { currentPrincipal } from '@/app/_auth/current-principal';
import { Chat } from '@/app/_ui/chat/chat';

/** The chat of customers and guests. */
export default async function ChatPage() {
  const { kind } = await currentPrincipal();
  return <Chat initial={null} audience={kind} path="/" />;
}
