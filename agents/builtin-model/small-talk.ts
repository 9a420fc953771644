import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import { classifyRoute } from './classifier/classify-route';

const kinds: Record<'hello' | 'thanks' | 'goodbye' | 'who' | 'can' | 'how', RegExp> = {
  hello:
    /^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|greetings|howdy|你好|您好|嗨|哈[喽啰]|在吗|有人吗|(?:早上|上午|中午|下午|晚上)好|早)(?: there| everyone| all|呀|啊|吗)?$/,
  thanks:
    /^(?:(?:ok |okay |great |perfect |好的?)?(?:many thanks|thanks|thank you|thx|cheers|much appreciated|谢谢|多谢|感谢|谢了|谢谢你|谢谢您|非常感谢)(?: (?:so much|very much|a lot|again|for (?:your|the) help)|啦|了|哈)?|(?:great|perfect|awesome|太好了|很好|好的知道了|知道了|明白了))$/,
  goodbye:
    /^(?:bye|goodbye|bye bye|see you|see you later|have a nice day|再见|拜拜|回头见|下次聊)$/,
  who: /^(?:who|what) are you$|^are you (?:a |an )?(?:human|real|real person|person|bot|robot|machine|ai|chatbot|computer)(?: or .+)?$|^am i (?:talking|speaking|chatting) (?:to|with) (?:a |an )?(?:human|bot|robot|machine|ai|person|real person)(?: or .+)?$|^what(?:'s| is) your name$|^which (?:ai |language )?model (?:are you|do you use)$|^(?:你|您)(?:是谁|是什么|叫什么(?:名字)?|是(?:机器人|真人|人工|人|ai)吗?|用的什么模型|是什么模型)$|^(?:这是|我在跟)?(?:机器人|真人)(?:说话)?吗$/,
  can: /^(?:what can you (?:do|help(?: me)? with)|how can you help(?: me)?|what can i ask(?: you)?|help|(?:你|您)(?:能|会|可以)(?:做|干|帮我做|帮我)?(?:什么|些什么|哪些事)|我(?:能|可以)问(?:你)?什么|帮助)$/,
  how: /^how are you(?: doing)?(?: today)?$|^(?:你|您)(?:还)?好吗$|^最近(?:怎么样|好吗)$/,
};

/** Only a whole message is small talk: "hello, where is my order" is not. */
export function replyToSmallTalk(text: string, locale: Locale): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’`]/g, "'")
    .replaceAll(/[\s,，.。!！?？~～、]+/gu, ' ')
    .trim();
  const joined = /\p{Script=Han}/u.test(plain) ? plain.replaceAll(' ', '') : plain;
  const kind = Object.entries(kinds).find(([, pattern]) => pattern.test(joined))?.[0];
  return kind && translate(locale, `agents.small_talk.${kind}`);
}

const asks =
  /[?？]|[吗呢]\s*$|^(?:who|what|when|where|why|how|which|is|are|do|does|did|can|could|will|would)\b|谁|什么|怎么|多少|几|哪|为什么/i;

/** At this probability a wish is surely for none of the specialists. */
const surelyNone = 0.8;

/**
 * A wish that is nobody's task, such as a joke or a song. Questions are not meant: those are for
 * the documents, and when these do not answer, a person is offered.
 */
export function replyToPastime(text: string, locale: Locale): string | undefined {
  if (asks.test(text.trim())) return undefined;
  const { route, confidence } = classifyRoute(text);
  const isPastime = route === 'none' && confidence >= surelyNone;
  return isPastime ? translate(locale, 'agents.small_talk.pastime') : undefined;
}
