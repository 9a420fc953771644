import type { ModelUsage } from './model-call';
import type { WireReply } from './wires/wire-reply';

/** About as many bytes make a token, in English as in Chinese. */
const bytesPerToken = 4;

/**
 * What an answer took. Where the provider did not get to tell, as when somebody stops an answer,
 * it is reckoned from what was sent and came: what is broken off is paid for all the same.
 * @param sent the body of the request
 * @param isAborted whether it was given up from here
 * @returns undefined where nothing came, and the provider is not known to have begun
 */
export function usageOf(
  reply: WireReply,
  sent: string,
  isAborted: boolean,
): ModelUsage | undefined {
  const { usage } = reply;
  const isToldWhole = usage !== undefined && (reply.isOver || reply.finish !== undefined);
  if (isToldWhole) return usage;
  const isPaid = reply.hasBegun() || (isAborted && sent !== '');
  if (!isPaid) return usage;
  const said = reply.text + reply.calls.map(({ args }) => args).join('');
  return {
    ...usage,
    inputTokens: usage?.inputTokens || tokensOf(sent),
    outputTokens: Math.max(usage?.outputTokens ?? 0, tokensOf(said)),
  };
}

const tokensOf = (text: string) => Math.ceil(Buffer.byteLength(text) / bytesPerToken);
