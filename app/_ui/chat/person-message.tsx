import type { ChatMessage } from '@/lib/shared/chat';
import classes from './message.module.css';
import { messageText } from './message-text';

/** What the person wrote, exactly as they wrote it. */
export function PersonMessage({ message }: { message: ChatMessage }) {
  return <div className={classes.person}>{messageText(message)}</div>;
}
