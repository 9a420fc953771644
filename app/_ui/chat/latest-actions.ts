import type { ActionCard, ChatMessage } from '@/lib/shared/chat';

/**
 * The newest card of every action, by action id. An action may be told of again in a later
 * message, once it is done; its card stays where it was first shown.
 */
export function latestActions(messages: ChatMessage[]): Map<string, ActionCard> {
  return new Map(cardsOf(messages).map(({ card }) => [card.actionId, card]));
}

/**
 * For every action id the message that shows its card: the first that speaks of it. What took
 * another one back needs none: that one's card tells.
 */
export function actionHomes(messages: ChatMessage[]): Map<string, string> {
  const homes = new Map<string, string>();
  for (const { card, messageId } of cardsOf(messages)) {
    const isTold = card.undoes !== undefined && card.state === 'done';
    if (!isTold && !homes.has(card.actionId)) homes.set(card.actionId, messageId);
  }
  return homes;
}

function cardsOf(messages: ChatMessage[]) {
  return messages.flatMap((message) =>
    message.parts.flatMap((part) =>
      part.type === 'data-action' ? [{ card: part.data, messageId: message.id }] : [],
    ),
  );
}
