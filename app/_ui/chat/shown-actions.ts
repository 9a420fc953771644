import type { ActionCard, ChatMessage } from '@/lib/shared/chat';
import { actionHomes, latestActions } from './latest-actions';
import { messageText } from './message-text';

/** How one message shows an action that it speaks of. */
export interface ShownAction {
  /** Its card, in the message where it began. */
  card?: ActionCard;
  /** Words say already what its state means to its person. */
  isTold: boolean;
  /** What an operator wrote, where no card shows it. */
  note?: string;
}

export type ShowAction = (messageId: string, actionId: string) => ShownAction;

/**
 * How each message shows the actions that it speaks of. What came of one is read once: in the words
 * of the newest message about it, which is where whoever comes back looks and screen readers go on;
 * on its card where no message tells, as while a person has the conversation.
 */
export function shownActions(messages: ChatMessage[]): ShowAction {
  const cards = latestActions(messages);
  const homes = actionHomes(messages);
  return (messageId, actionId) => {
    const card = cards.get(actionId);
    const about = messages.filter((message) => speaksOf(message, actionId));
    const last = about.findLast(({ id }) => id !== homes.get(actionId));
    const note = messageId === last?.id ? card?.note : undefined;
    if (!card || homes.get(actionId) !== messageId) return { isTold: false, note };
    const noteElsewhere = last ? { note: undefined } : {};
    return { card: { ...card, ...noteElsewhere }, isTold: isTold(card, about) };
  };
}

function isTold({ actionId, state, outcome }: ActionCard, about: ChatMessage[]): boolean {
  // Of what was taken back the words tell that it was done.
  if (state === 'undone') return false;
  if (outcome) return about.some((message) => messageText(message).includes(outcome));
  return state === 'awaiting-operator' && about.some((message) => goesOn(message, actionId));
}

/** Whether words follow an action's card in a message: its turn went on after the decision. */
function goesOn({ parts }: ChatMessage, actionId: string): boolean {
  const at = parts.findIndex((part) => isAbout(part, actionId));
  return parts.slice(at + 1).some((part) => part.type === 'text' && part.text.trim() !== '');
}

const speaksOf = ({ parts }: ChatMessage, actionId: string) =>
  parts.some((part) => isAbout(part, actionId));

const isAbout = (part: ChatMessage['parts'][number], actionId: string) =>
  part.type === 'data-action' && part.data.actionId === actionId;
