import { toSimplified } from '@/knowledge/words/chinese';
import { clausesIn } from './clauses';
import { unmix } from './unmix';

const asks = [
  /[?？]\s*$|\b(?:please|pls|plz|kindly)\b/i,
  /\b(?:can|could|would|will|may|might|shall|should) (?:you|u|i|we|someone|somebody|it|this|the|my)\b/i,
  /\b(?:i|we)(?:['’]d| would)(?: also)? (?:like|love|want|need|expect|prefer|appreciate|be (?:grateful|glad|happy))\b|\b(?:i|we)(?: also)? (?:want|need|wish|hope|expect|have to|must|object|dispute)\b/i,
  /\b(?:i|we)(?: (?:am|was|were)|['’]m)? wonder(?:ing)? (?:if|whether)\b/i,
  /^(?:(?:and|also|then|just|so|but|or|now|next)\s+)*(?:need|want|show|list|tell|send|check|find|look|book|cancel|track|move|reschedule|postpone|change|return|refund|e?mail|give|get|make|take|arrange|schedule|put|claim|reimburse|dispute|correct|deliver|drop|ship|let|forget|scrap|call|fix|what|when|where|which|who|why|how|is|are|was|were|does|do|did|has|have)\b/i,
  // "Scrap it", "cancle my booking": a word that is no past tense, and its object.
  /^(?:(?:and|so|then|just|ok|okay|now)\s+)*(?!(?:i|we|you|he|she|they|it|there|this|that|is|are|was|were|not|only|left|got|had|has|have|made|took|went|came|with|for|on|in|at|to|from|as|if|but|because|since)\b)\p{L}+(?<!ed|s|ing)\s+(?:my|our|me|us|it|this|that|them)\b/iu,
  /[想请帮]|麻烦|[我就还先也]要|^要|要(?:退|改|约|取消|报|修|换|申诉)|能不能|可以|可否|给我|取消|退[货款掉钱给我]|改[到成为期约]|发我|[了过]没有?|付没|查|预约|(?:^|[便再也还])约|约(?=[上下这本周星礼明后今])|办|申诉|异议|不认|报[销掉]|[寄送]到|吧$|[吗呢]|几[点时号]|哪|多少|怎么|什么/,
];

/** Whether a part of a message asks for something, or wants something done. */
export function asksFor(text: string): boolean {
  const clauses = clausesIn(unmix(toSimplified(text.normalize('NFKC'))));
  return clauses.some((clause) => asks.some((each) => each.test(clause.text)));
}

/**
 * The clauses of a message that ask for something, without the story around them; undefined where
 * that is all of it, or nothing.
 */
export function askedPart(text: string): string | undefined {
  const clauses = clausesIn(text);
  const asking = clauses.filter((clause) => asksFor(clause.text));
  return asking.length === 0 || asking.length === clauses.length
    ? undefined
    : asking.map((clause) => clause.text).join(', ');
}
