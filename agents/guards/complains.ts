const english = [
  // "I want to make a complaint", "I'd like to complain"
  /\bi(?:'d| would| do)? (?:really |seriously )?(?:want|like|wish|need|have|am here|am going) (?:now )?to (?:complain\b|(?:make|file|lodge|raise|submit|register) (?:a|an|my)(?: \w+)? complaint)/,
  // "I have a complaint", "this is a formal complaint"
  /\b(?:i have|i(?:'m| am) (?:making|filing|lodging)|this is|(?:consider|take|treat) this(?: as)?) (?:a|an|my)(?: \w+)? complaint\b/,
  // "this is the third time I'm complaining", "I have complained twice"
  /\bi(?:'m| am) (?:now |here |really |again |still )*complaining\b/,
  /\bi(?:'ve| have)? (?:already )?complained\b.{0,40}\b(?:twice|times|before|already|again|weeks?|nothing|nobody)\b/,
  /\b(?:second|third|fourth|fifth|sixth|tenth|hundredth|\d+(?:nd|rd|th)) time (?:that )?i(?:'m| am|'ve| have| had to)? (?:to )?complain/,
  // "I am really angry", "I'm furious"
  /\bi(?:'m| am) (?:(?:really|so|very|extremely|absolutely|getting|quite|just|beyond) )+(?:angry|mad|upset|annoyed|furious|outraged|livid|disgusted|fed up|dissatisfied|disappointed with (?:you|your))\b/,
  /\bi(?:'m| am) (?:furious|outraged|livid|disgusted|fed up)\b/,
  /\b(?:this|it|that|your \w+)(?:'s| is| was) (?:(?:just|simply|absolutely|completely|totally|utterly) )*(?:unacceptable|outrageous|a disgrace|disgraceful|a joke)\b/,
];

const chinese = [
  /(?<!不)(?:我|我们)(?:就|真的|现在|今天|还|再次|正式|一定|必须)*(?:要|想|得|决定|必须)(?:再次|正式|当面)?投诉(?!的话|电话|渠道|流程|邮箱|热线|信|单|部门|入口|方式|进度|处理|记录)/,
  /(?:^|[，,。！!；;\s])(?:正式)?投诉(?:你们|你|贵司|贵公司|这个|那个)(?!.*[?？吗])/,
  /第(?:[二三四五六七八九十几]|\d+)次(?:来|向你们|跟你们)?投诉/,
  /我(?:真的|现在|已经|都)*(?:非常|很|太|特别|实在|十分|快|要)+(?:是)?(?:生气|愤怒|气愤|恼火|不满意?|气死了?|气炸了?)/,
  /气死(?:我|人)|气炸了|忍无可忍|太过分了|太离谱了|你们(?:这)?(?:是)?什么态度/,
];

/** "I'm not complaining", "I don't want to complain", 我不想投诉. */
const denial =
  /\b(?:not|n't|never|no)\b[^.?!,]{0,20}\bcompla|\bnot (?:really |very |so )*(?:angry|mad|upset|annoyed)|(?:不|没|没有|不是)(?:想|要|打算|准备|有|来)?投诉|不(?:是|会|太)?(?:很|太|那么)?(?:生气|愤怒)/;
/** What others said, as staff tell it when they look for the rules. */
const report =
  /\b(?:customers?|clients?|guests?|colleagues?|he|she|they|someone|somebody)\b[^.?!]{0,20}\b(?:says?|said|writes?|wrote|tells?|told|complains?)\b|(?:客户|顾客|用户|客人|同事|他|她|有人)(?:们)?(?:说|写|讲|告诉)/;
/** "How do I file a complaint?" is for the documents. */
const inquiry =
  /^(?:(?:hi|hello|please|excuse me|sorry)\W+)?(?:how|where|what|when|which|who|why|can|could|may|should|do|does|is|are|tell me|explain)\b[^.!]*$/;

/**
 * Whether a message is itself a complaint, in English or Chinese: the person says that they
 * complain, or how angry they are. Questions about complaining are none. Conservative, because a
 * person is called at once, whatever model answers.
 */
export function complains(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  if (denial.test(plain) || report.test(plain) || inquiry.test(plain)) return false;
  return [...english, ...chinese].some((pattern) => pattern.test(plain));
}
