import { clausesIn } from '@/agents/builtin-model/reading/clauses';
import { toSimplified } from '@/knowledge/words/chinese';

/** Words that say a value is another one: "make it Friday", 改成周五. */
const surely = [
  /\b(?:make|change|switch|set|move|turn) (?:it|that|this|the \w+)\b/i,
  /\bi mean\b|\bi meant\b|\bit (?:should|must|has to|ought to|needs to) (?:be|read|say)\b|\btypo\b|\bmis(?:typed|spelled|spelt|wrote)\b|\bcorrection\b|\bon second thoughts?\b|\b(?:suits? (?:me )?|would be |is )better\b|\b(?:is|are) enough\b|\binstead\b|\brather\b|\bnot\b.{1,40}\bbut\b/i,
  /^(?:还是|要不|那就|就)[^，。]{1,12}吧[。！!]?$|[写打说填弄搞]错|更正|就(?:行|够了?|可以)|改成|改为|应为|改到|换成|换到|换个|我是说|应该是|不是.{1,20}[,，]?是/,
];
/** Words that may begin such a sentence, or another one. */
const maybe = [
  /^(?:yes|no|ok|okay|sorry|oh|oops|wait|hmm|actually|well)\b/i,
  /^(?:不|好的?|等等|等一下|哦|那|还是|要不|不对|不好意思)/,
];

/** How surely a message changes what was said before; undefined where nothing speaks for it. */
export function readChange(text: string): 'surely' | 'maybe' | undefined {
  const plain = toSimplified(text.normalize('NFKC')).trim();
  if (surely.some((words) => words.test(plain))) return 'surely';
  return maybe.some((words) => words.test(plain)) ? 'maybe' : undefined;
}

/** What is meant now, without what is not meant any more: "advice, not a repair". */
export function withoutOldValue(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\b(?:not|instead of|rather than)\b[^,.;]*?(?=\bbut\b|[,.;]|$)/i, ' ')
    .replace(/不是[^,，是]*/, ' ');
}

const drops = [
  /^(?:(?:no|oh|ok|okay|sorry|well|actually)[,.\s]+)*(?:never ?mind|forget (?:it|about it|that)|leave it|drop it|cancel (?:it|that|this)|don'?t bother|skip it|i(?:'ve| have)? changed my mind|i don'?t want (?:it|that|this)(?:\s+any ?more)?)\b[,.!;]*\s*/i,
  /^(?:那|哦|嗯|不好意思|抱歉|还是)?[,，\s]*(?:算了|不用了|不要了|不办了|不弄了|先不[办弄要用]|取消吧|别办了|还是不[办弄要用]了|我改主意了)吧?[,，。.!！]*\s*/,
];

/** Words by which somebody lets go of what they were about to do, wherever they stand. */
const letsGo = [
  /\b(?:no need|not needed|no longer (?:need|want)|never ?mind|forget (?:it|about it|that)|don'?t bother|scrap (?:it|that)|(?:i|we)(?:'ll| will)(?: just)? keep (?:it|them|this|that)|keep (?:it|them) after all|changed my mind|leave it (?:as it is|at that|be)|(?:don'?t|do not) (?:want|need) (?:it|that|this|to) any ?more|call it off)\b/i,
  /(?:那就|就|还是|先|那|都|也|又|我|决定)?不(?:用|想|需要|必)?(?:退|约|改|取消|报|换|修|寄|发|申诉|办|弄|要)(?:了|吧|啦)|算了|不必了|不用麻烦|留着(?:吧|用|了|自己)|改主意|当我没说/,
];

/** Whether a message of any length lets go of what is under way: "my son wants it now, no need". */
export function letsItGo(text: string): boolean {
  const plain = toSimplified(text.normalize('NFKC')).replace(/[’`]/g, "'");
  return letsGo.some((words) => words.test(plain));
}

/**
 * What a message that lets go of something says beside that: "I'll keep it, just send me another
 * cable". Undefined where it lets go of nothing, or says nothing else.
 */
export function besideLettingGo(text: string): string | undefined {
  const clauses = clausesIn(text).map((clause) => clause.text);
  const others = clauses.filter((clause) => !letsItGo(clause));
  return others.length === 0 || others.length === clauses.length ? undefined : others.join(', ');
}

/** "Could we do Monday instead?", 能换成周一吗: another value, asked for politely. */
const proposes =
  /\binstead\b|\b(?:what|how) about\b|\b(?:can|could|may|might|would) (?:we|i|you|it|that)\b.{0,20}\b(?:make|do|be|have|take|change|switch|move|put|shift)\b|(?:can|could|would|does|is) .{1,30}\b(?:work|possible|suit|better)\b|[换改]|呢[？?]?\s*$|(?:行|可以|好)[吗不么]/i;

/** Whether a question proposes another value for what is under way. */
export function proposesAnother(text: string): boolean {
  return proposes.test(toSimplified(text.normalize('NFKC')));
}

/**
 * What follows the words by which a person lets go of a request: '' after "never mind" or 算了;
 * undefined when there are no such words.
 */
export function afterDropping(text: string): string | undefined {
  const plain = toSimplified(text.normalize('NFKC')).replace(/[’`]/g, "'").trim();
  const words = drops.map((pattern) => pattern.exec(plain)?.[0]).find(Boolean);
  return words && plain.slice(words.length);
}
