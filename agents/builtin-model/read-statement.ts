import { longestFact } from '@/lib/shared/account';

/** How people say that something is to be kept in mind; what follows, or all of it, is the fact. */
const asked = [
  /^(?:please |pls |can you |could you )?(?:remember|note|keep in mind|make a note)(?: for (?:next time|later|the future))?[,:]?(?: that)? (?=(?:i|i'm|i’m|my|we|our)\b)/i,
  /^(?:from now on|in (?:the )?future)[, ]+(?=(?:please|always|never|contact|call|write|send|email|e-mail|address|use)\b)/i,
  /^(?:please )?(?=(?:always |only )?(?:call me|address me as|contact me (?:by|via|only|on)|write to me (?:by|in)|reach me (?:by|on|at))\b)/i,
  /^(?:请|麻烦|麻煩)?(?:你|您)?(?:帮我)?(?:记住|记一下|记得|記住|記一下|備註|备注一下)[，,：:\s]*(?=我|本人|我们)/,
  /^(?=(?:请|麻烦)?(?:以后|以後|今后|今後|往后)[，,]?(?:请|都|就|只|不要|别|用|给我|叫我|称呼我|联系我|聯繫我|聯絡我))/,
  /^(?:请)?(?=(?:叫我|称呼我(?:为)?)[\p{L}\p{N}·]{1,12}(?<![来去走吧了])[。！!.]?$)/u,
];

/** What is asked of the desk is no statement about the person. */
const question = /[?？]|[吗呢][。.!！]?\s*$/;
/** "Call me back", "call me tomorrow at nine": something to be done once. */
const errand =
  /^call me (?:back|later|now|today|tomorrow|tonight|when|if|at|on|in|as soon|asap|again|please)\b/i;

/**
 * What a message asks to be remembered of the person who writes it; undefined for any other. Only
 * a whole message of one statement counts.
 */
export function readStatement(message: string): string | undefined {
  const text = message.trim().replace(/\s+/g, ' ');
  if (question.test(text) || text.length > longestFact) return undefined;
  for (const pattern of asked) {
    const found = pattern.exec(text);
    if (!found) continue;
    const fact = text.slice(found[0].length).replace(/[。.!！\s]+$/u, '');
    return errand.test(fact) || fact.length < 2 ? undefined : fact;
  }
  return undefined;
}
