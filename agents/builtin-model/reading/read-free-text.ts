import { isWhole, readAddress } from './read-address';
import { readReason } from './read-reason';

/** A question, thanks, what has a mark of its own, or something else that is wanted. */
const noFault = String.raw`.*(?:[?？]|吗|多久|什么时候|怎么|如何|多少|几天|能不能|可不可以|谢|因为|由于|原因|SO-\d)|请|麻烦|不好意思|不急|不用|没错|没关系|有劳|另外|顺便|同时|然后`;
const fault =
  '它|[^，,；;。！!\\n]*(?:(?<![所还只])有|坏|太|不|没|错|破|漏|响|噪|杂音|嗡|一直|声音|尺寸|颜色|质量)';
/** What stands behind an order's number as its fault: «退款 SO-10421，耳机有杂音». */
const afterNumber = [
  String.raw`\bSO-\d+ ?[,;:–—，；：](?= ?(?:they|it|it['’]s|its|these|this|one|both|there)\b)`,
  String.raw`\bSO-\d+ ?(?:我?[要想]?(?:全额)?退[款货掉]?[吧了]?)? ?[,;:–—，；：] ?(?!${noFault})(?=${fault})`,
].join('|');

/** Free text is only taken from where a person marks it: because …, 因为 …, order 1, they …. */
const marks: Record<string, RegExp> = {
  reason: new RegExp(
    String.raw`(?:\bbecause(?: of)?|\bdue to|\breason(?: is|:)?|\bfor (?=(?:the|a|its|their|some) (?:scratch|dent|crack|damage|delay|defect|noise|stain|tear|hole|missing|broken|damaged|faulty|late|wrong))|因为|由于|原因是?[:：]?|${afterNumber})\s*(.+)`,
    'i',
  ),
  // A street or a postal code has figures; "to my office" is no address yet.
  address:
    /(?:^(?:no|sorry|actually)[, ]+(?:it(?:'s| is)|i meant?|make it)?|^(?:不对|不是|错了)[，,]*(?:应该)?是?|\baddress\b[^\d]{0,40}?(?:SO-\d+ )?(?:\bto|\bis|:)|\b(?:deliver|send|ship|redirect)\b.{0,40}?\bto|\bmoved to|地址(?:改成|改为|改到|换成|变成|是|为|[:：])|(?:送|寄|搬)到了?)\s*((?!.{0,20}SO-\d)[^\n]*\d[^\n]*)/i,
  name: /(?:\bunder the name(?: of)?|\bmy name is|\bi am called|我叫|名字是|姓名是?[:：]?)\s*([\p{L}][\p{L}' -]{0,60})/iu,
};

/** Behind so much of a story nothing is marked; searching all of it would take too long. */
const longestText = 2_000;

/** The part of a sentence that is marked as what an argument asks for; undefined when none is. */
export function readMarkedText(argument: string, text: string): string | undefined {
  const mark = Object.entries(marks).find(([kind]) => argument.endsWith(kind))?.[1];
  return mark?.exec(text.slice(0, longestText))?.[1]?.trim().replace(closing, '');
}

const opening =
  /^(?:it'?s |it is |i mean |that would be )?(?:the |my |an? )?|^(?:就是|是|我说的是|那个)/i;
/** Begins where spaces and full stops begin: tried from each of them, endless ones take too long. */
const closing =
  /(?<![\s,，])[\s,，]*(?:please|thanks|thank you|谢谢|吧)?(?:(?<![.。!！])[.。!！]+)?$/i;

/** An address by its own shape, or all that is marked as one where that shows no end of it. */
function findAddress(text: string, whole: string | undefined): string | undefined {
  const address = readAddress(text);
  return address !== undefined && (isWhole(address) || whole === undefined) ? address : whole;
}

const ids = /(?<![A-Za-z])[A-Za-z]{2,5}-?\d[\d-]*/g;
/**
 * What a person tells of an argument without being asked for it. A reason is also what they tell
 * beside their wish.
 */
export function readFreeText(
  argument: string,
  text: string,
  { isChange }: { isChange: boolean },
): string | undefined {
  const marked = readMarkedText(argument, text);
  if (argument.endsWith('address')) return findAddress(text, marked);
  if (!isChange && argument.endsWith('reason')) return marked ?? readReason(text);
  return marked;
}

/** A whole message as the answer to a question; without articles and "please" where a thing is named. */
export function readFreeAnswer(argument: string, text: string): string | undefined {
  const marked = readMarkedText(argument, text);
  if (argument.endsWith('address')) {
    // A street or a postal code has figures of its own.
    const besides = text.replaceAll(ids, ' ');
    const isAddress = /\p{L}/u.test(besides) && /\d/.test(besides);
    return !isAddress ? undefined : findAddress(text, marked ?? text.trim().replace(closing, ''));
  }
  const isSentence =
    /reason|description|note|summary|message|topic|subject|title|text|body|content|comment/.test(
      argument,
    );
  const plain = isSentence ? text.trim() : text.trim().replace(opening, '').replace(closing, '');
  return marked ?? (plain === '' ? undefined : plain);
}
