import type { BaseMessage } from '@langchain/core/messages';
import { findPassages } from '@/knowledge/passages/find-passages';
import { search } from '@/knowledge/search';
import type { Principal } from '@/lib/auth/principal';
import { chooseReading } from './choose-reading';
import { completeQuestion, questionBefore, withSubject } from './complete-question';
import { type Dependence, readDependence } from './read-dependence';
import { rewriteQuestion } from './rewrite-question';

export interface MessageInContext {
  /** The conversation, the message to search for last. */
  messages: BaseMessage[];
  /** Chunks that the answer before stood on, the first cited first. */
  cited?: string[];
  principal: Principal;
  signal?: AbortSignal;
}

/** A question that can be understood without the conversation. */
export interface StandaloneQuestion {
  query: string;
  /** The same as it may be kept: without titles, which must go with their documents. */
  kept: string;
  /** Whether passages may answer it: false where they only answer the question before. */
  isAnswered: boolean;
}

/**
 * What a person's last message asks. One that stands alone is left as it is, whatever was said
 * before. Any other is read with it in each way there is, and the readings are searched for; where
 * none is answered a language model may rewrite it.
 */
export async function findStandaloneQuestion(input: MessageInContext): Promise<StandaloneQuestion> {
  const { messages, signal } = input;
  const said = messages.filter((message) => message.type === 'human').map(({ text }) => text);
  const message = said.at(-1) ?? '';
  const asItStands = { query: message, kept: message, isAnswered: true };
  const dependence = readDependence(message);
  const readings = completeQuestion(dependence, questionBefore(said.slice(0, -1)));
  const [likeliest] = readings;
  if (dependence.kind === 'none' || !likeliest) return asItStands;

  const [alone, ...completed] = await Promise.all(
    [message, ...readings].map((query) => tryReading(query, input)),
  );
  const chosen = alone && chooseReading(dependence, alone, completed);
  if (chosen) return { query: chosen.query, kept: chosen.query, isAnswered: true };
  if (dependence.kind === 'perhaps') return asItStands;
  const told = await readWithAnswer(dependence, input);
  if (told) return told;
  const query = await rewriteQuestion(messages, signal);
  return query
    ? { query, kept: query, isAnswered: true }
    : { query: likeliest, kept: likeliest, isAnswered: false };
}

type FollowUp = Extract<Dependence, { kind: 'subject' | 'question' }>;

/** The message read with what the answer before was about: the document and heading it cites first. */
async function readWithAnswer(
  dependence: FollowUp,
  input: MessageInContext,
): Promise<StandaloneQuestion | null> {
  if (dependence.kind !== 'subject') return null;
  // Read again for this principal: what may no longer be read gives no word away.
  const [passage] = await findPassages(input.principal, input.cited?.slice(0, 1) ?? []);
  if (!passage) return null;
  const subject = [passage.document, passage.headingPath.at(-1) ?? ''].join(' ').trim();
  const tried = await tryReading(withSubject(dependence, subject), input);
  const isMeant = chooseReading(dependence, { ...tried, isAnswered: false }, [tried]) !== null;
  if (!isMeant) return null;
  return { query: tried.query, kept: withSubject(dependence, '[…]'), isAnswered: true };
}

/** A look at what a reading finds, before it is settled what is searched for. */
async function tryReading(query: string, { principal, signal }: MessageInContext) {
  const settings = { isReranked: false };
  return { query, ...(await search({ query, principal, settings, isTrial: true, signal })) };
}
