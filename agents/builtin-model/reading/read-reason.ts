import { toSimplified } from '@/knowledge/words/chinese';
import { type Clause, clausesIn } from './clauses';
import { isBareDetail } from './is-bare-detail';

/** A longer text is a story, of which only the beginning is kept. */
const longest = 500;

/** What is wished for, asked, or said for politeness: no reason for anything. */
const wishes = new RegExp(
  [
    '[?？]$',
    String.raw`\b(?:return|refund(?:ed)?|reimburse|send(?:ing)? (?:it |them |this |that |something |one |all )*(?:all )?back|take (?:it|them|this) back|(?:money|dollars|\$\d[\d.]*).{0,12}\bback|exchange|dispute|object|objection|contest|challenge|complain|look(?:ed)? into|sort (?:it|this) out|arrange|process|fix it|correct (?:it|this|that|the)|put (?:it|this) right|agree with)\b`,
    String.raw`\b(?:please|pls|plz|can you|could you|would you|will you|can i|could i|may i|i want|i['’]?d (?:like|want|expect|need|prefer)|i would (?:like|want|expect)|i need|i expect|i wish|i hope|let me|help me|how (?:do|can|should)|what (?:do|can|should))\b`,
    String.raw`退[货款回掉给了吧]|[想要给我能]退|^退|退[一二两三\d]?[条个件副根只]|退吧|换货|申诉|投诉|异议|有意见|有疑问|不认|不同意|不认可|[帮请]我|麻烦|劳驾|处理一下|处理下|办理|办一下|办退|查一下|查查|核实|更正|改正|安排|可以吗|行吗|好吗|[吗呢么]$|多久|什么时候|怎么|如何|(?<![那这前过头])几天|能不能|可不可以|^请`,
  ].join('|'),
  'i',
);
const polite =
  /^(?:hi|hello|hey|dear .*|good (?:morning|afternoon|evening)|thanks?.*|thank you.*|cheers|sorry|sir|madam|ok(?:ay)?|urgent(?:ly)?|asap|as soon as possible|kind regards|regards|你好|您好|哈[喽啰]|嗨|请问)\b|^(?:你好|您好|哈[喽啰]|嗨|请问|不好意思|抱歉|没错|没关系|不急|有劳|不用|太?感谢|辛苦|拜托)|谢/i;
const beginsAnother = /^(?:another thing|also|besides|by the way|另外|顺便|同时|然后|还有)/i;
/** That something is wrong says no more than the wish itself. */
const vague =
  /^(?:i think |i believe |hm+ )?(?:my |the |this |that |an? |your )?(?:invoice|bill|amount|total|it|there)?\s?(?:idnumber)?\s?(?:is|are|looks?|seems?|can['’]?t be|has)\s?(?:not |all |an? |a few |some )*(?:wrong|incorrect|right|correct|mistakes?|errors?|problems?|issues?)(?: (?:with|on|in) (?:my|the|this|that|an?) (?:invoice|bill))?$|^(?:这张|我的|那张)?(?:发票|账单|金额)?(?:idnumber)?(?:的?金额)?(?:有误|有错|有问题|不对|错了|出错了|搞错了)$/i;
/** To have bought something is no fault of it. */
const bought =
  /^(?:i|we)(?:['’]ve| have)? (?:just |recently )?(?:bought|ordered|purchased|got|received)\b(?!.*\b(?:but|only|wrong|broken|too|not|n['’]t|twice|never|instead|should|faulty|damaged|missing|one)\b)|^我(?!.*(?:但|可|只|不|没|坏|错|少|太|多))[^，]{0,8}(?:买了?|订了?|下单|收到)/i;

/** "The charger" names something and says nothing of it. */
const namesThing =
  /^(?:the|my|an?|this|that|these|those|both|one|two|all) [\p{L}'’-]+(?: (?!too\b|not\b|is\b|are\b|was\b|were\b|does\b)[\p{L}'’-]*[^sd\s])?$/iu;
const namesPlace = /^(?:第.{1,3}|the (?:first|second|third|last)(?: one)?)$/i;

const ids = /(?<![A-Za-z])[A-Za-z]{2,5}-?\d[\d-]*/g;
/** Each is taken away by itself: repeated within one pattern they would match in endless ways. */
const orderNames =
  /(?:my|the|it['’]?s|from|for|on|of|order|number|invoice|in|idnumber|id|\d+|订单|单号|那张单|这张单|这单|那单|发票|编号|号|是|里的?|的)[\s:：]*/gi;
const namesOrder = (text: string) => text.replaceAll(orderNames, '') === '';

/** Whether a clause tells how things are, and neither wishes, asks, greets nor names something. */
export function tellsReason(text: string): boolean {
  const plain = toSimplified(text.normalize('NFKC')).replaceAll(ids, 'idnumber');
  if (
    [wishes, polite, beginsAnother, vague, bought, namesThing, namesPlace].some((each) =>
      each.test(plain),
    )
  )
    return false;
  if (namesOrder(plain) || isBareDetail(text)) return false;
  const han = plain.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = plain.match(/[\p{Script=Latin}'’]{2,}/gu)?.filter((word) => word !== 'idnumber');
  return han >= 3 || (words?.length ?? 0) >= 2;
}

/**
 * Why somebody wants something, in their own words: the clauses beside the wish itself that tell
 * how things are, such as "the left side is silent" or 尺寸太小. Those that stand together count,
 * from the first one on. Undefined where all that is said is the wish.
 */
export function readReason(text: string): string | undefined {
  const clauses = clausesIn(text.slice(0, 4 * longest));
  const first = clauses.findIndex(({ text: clause }) => tellsReason(clause));
  if (first < 0) return clauses.map(({ text: clause }) => faultIn(clause)).find(Boolean);
  const rest = clauses.slice(first);
  const until = rest.findIndex((clause) => !(tellsReason(clause.text) || goesOn(clause)));
  const last = rest[(until < 0 ? rest.length : until) - 1];
  const start = withoutLead(text, rest[0]?.start ?? 0);
  return last && text.slice(start, Math.min(last.end, start + longest)).trim();
}

/** 耳机太紧要退货: how things are stands before the wish, without so much as a comma. */
function faultIn(clause: string): string | undefined {
  const before =
    /^(.{3,}?)[，,\s]*(?:所以)?(?:我|就)?(?:[要想]|想要|申请)?(?:全额)?(?:退[货款掉貨]|换货|申[诉訴]).{0,6}$/u.exec(
      clause,
    )?.[1];
  const fault = before
    ?.replaceAll(ids, '')
    .trim()
    .replace(/^(?:的|里面?的?)/, '');
  return fault && /[太不没沒坏壞错錯破漏响響噪少]|[杂雜]音/.test(fault) && tellsReason(fault)
    ? fault
    : undefined;
}

/** A word repeated for emphasis ("I got one. ONE.") and what is not so: "169, not 189". */
const goesOn = ({ text }: Clause) =>
  /^\p{Lu}{2,}$/u.test(text) || /^(?:and )?not \S|^(?:而?不是|并非)/i.test(text);

/** "So", "as" and "and" lead to the reason, and an order's number names what it is about. */
function withoutLead(text: string, start: number): number {
  const lead = /^(?:(?:and|so|as|since|but|that|where)\b(?!-|\s?\d)[\s,]*)?/i.exec(
    text.slice(start),
  );
  return start + (lead?.[0].length ?? 0);
}
