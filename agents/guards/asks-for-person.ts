/** Somebody of the company, as people name them when they want one. */
const person =
  '(?:(?:a |an |some |the |your |another )?(?:real |live |actual |human )*(?:person|human(?: being)?|agent|operator|representative|rep|advisor|adviser|someone real|customer (?:service|support|care)(?: (?:agent|rep|representative|person|team))?|support (?:agent|person|staff|team)|staff member|member of (?:your )?staff|employee|manager|supervisor|colleague))';

const english = [
  // "I want to talk to a human", "can I speak with an agent", "let me chat to someone"
  `\\b(?:talk|speak|chat|connect me|put me through|transfer me|hand me over|pass me on|get me through|escalate(?: this| me)?|reach|get in touch|be (?:connected|transferred))\\s*(?:directly )?(?:to|with)?\\s+(?:${person}|somebody|someone(?! else['’]s))`,
  // "get me a person", "I need a human", "give me an operator"
  `\\b(?:get|give|find|call|want|need|prefer)\\s+(?:me\\s+)?(?:a |an |some |the )?(?:real |live |actual |human )*(?:human(?: being)?|agent|operator|representative|(?:real|live|actual|human) (?:person|agent|being|operator|help|support))\\b(?! (?:error|resources|handbook|policy|form))`,
  `\\b(?:get|give|find) me (?:a |another )?person\\b`,
  `\\b(?:is there|can i have) (?:a |an |any )?(?:real |live |human )+(?:person|agent|operator|being)`,
  // the whole message: "human please", "agent!", "operator"
  `^\\W*(?:(?:a )?(?:real |live )?(?:human|person|agent|operator|representative)(?: agent)?)(?:,? (?:please|now|pls))?\\W*$`,
].map((source) => new RegExp(source, 'i'));

const staffZh =
  '(?:人工(?:客服|服务|坐席|座席)?|真人(?:客服)?|客服(?:人员|小姐|代表|经理)?|工作人员|专员|活人|负责人|经理|主管)';

const chinese = [
  new RegExp(
    `(?:转接?|接|呼叫|联系|找|换|要|叫|喊|请|接通|切换到?|帮我转|帮我接|帮我找)(?:一?[个位名]|一下|到|给|你们的?)*${staffZh}`,
  ),
  new RegExp(
    `(?:跟|和|与|同)(?:你们的?|一?[个位名])*(?:${staffZh}|人|真人)(?:聊|说|谈|沟通|讲|对话|通话)`,
  ),
  /^\W*(?:人工|真人)(?:客服|服务)?(?:在吗|有吗|呢)?[!！。？?]*$/,
  /有(?:没有)?(?:人工|真人|活人)(?:客服|服务)?(?:吗|在吗|么)?/,
  /不(?:想|要)(?:跟|和|与)?(?:机器人|AI|ai)(?:聊|说|谈|讲)/,
];

/** Phrases about people that are no wish to reach one: a contract, the number, who delivered. */
const otherMeanings = [
  /\b(?:how|what|which|where|when|why)\b[^.?!]{0,100}\bcost of\b/i,
  /\b(?:travel|real estate|insurance|cleaning|shipping|forwarding) agent\b/i,
  /人工(?:智能|费|成本|费用|湖|林|降雨|草皮|降水)/,
];

/**
 * Whether a message asks for a human being, in English or Chinese. It holds whatever model
 * answers: the wish is heard before any model is asked.
 */
export function asksForPerson(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[’`]/g, "'").replace(/\s+/g, ' ');
  if (refuses(plain)) return false;
  const cleaned = otherMeanings.reduce((rest, pattern) => rest.replace(pattern, ' '), plain);
  return [...english, ...chinese].some((pattern) => pattern.test(cleaned));
}

/** "I don't need a human", 不用转人工. */
function refuses(text: string): boolean {
  return (
    /\b(?:don'?t|do not|didn'?t|no need to|without|rather not|instead of)\b[^.?!,]{0,25}\b(?:talk|speak|speaking|talking|need|want|transfer|human|agent|person)\b/i.test(
      text,
    ) || /(?:不用|不必|不需要|不要|别|无需)(?:再)?(?:转|找|接|叫)?(?:人工|真人|客服)/.test(text)
  );
}
