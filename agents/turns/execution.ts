import type { BaseMessage } from '@langchain/core/messages';
import type { TurnScope } from '@/agents/turn-scope';
import type { Principal } from '@/lib/auth/principal';
import type { Conversation } from '@/lib/db/conversations/conversations';
import type { Turn } from '@/lib/db/conversations/turns';
import type { Locale } from '@/lib/locale';
import type { AnswerWriter } from './answer-writer';
import type { LiveTurn } from './live-turns';

/** A turn that is to be run: for whom, in which conversation, and where it shows. */
export interface TurnTask {
  turn: Turn;
  conversation: Conversation;
  principal: Principal;
  live: LiveTurn;
}

/** One execution of a turn: the task, and what has come of it so far. */
export interface Execution extends TurnTask {
  history: BaseMessage[];
  /** The language of the person's message. */
  locale: Locale;
  scope: TurnScope;
  writer: AnswerWriter;
}
