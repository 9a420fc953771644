import type { BaseMessage } from '@langchain/core/messages';

const quotedMessages = 3;
const quoteLength = 160;

/**
 * What an operator should know before reading the transcript: the last things the person said,
 * in their own words. Made without a model, so that it is there when no model is.
 */
export function summarizeForPeople(messages: BaseMessage[]): string {
  const said = messages
    .filter((message) => message.type === 'human')
    .slice(-quotedMessages)
    .map(({ text }) => `“${text.replace(/\s+/g, ' ').slice(0, quoteLength)}”`);
  return said.join(' · ');
}
