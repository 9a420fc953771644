import type { ActionCard } from '@/lib/shared/chat';

/** What a person's own page gives to its cards, so that they can be decided on. */
export interface OwnCards {
  /** Something was asked of the server: what follows is to be fetched, or comes as a stream. */
  onDecided: () => void;
  /** The newest card of an action, wherever it is shown. */
  latestCard: (actionId: string) => ActionCard | undefined;
}
