/** Longer messages say more than yes or no. */
const longestReply = 60;

const yes = [
  /^(?:yes|yep|yeah|yup|ok|okay|sure|confirm(?:ed)?|correct|right|agreed?|approved?|go ahead|do it|proceed|please do|of course|absolutely|definitely|sounds good|that'?s (?:right|correct|fine)|y)$/,
  /^(?:yes|ok|okay|sure|yeah)[ ,]+(?:please|go ahead|do it|confirm|proceed|please do|that'?s (?:right|correct|fine)|i confirm|sure|of course)(?: please)?$/,
  /^(?:i )?(?:confirm|agree|approve)(?: it| this| that)?(?: please)?$/,
  /^(?:please )?(?:confirm|proceed|go ahead)(?: please)?$/,
  /^(?:好|好的|好呀|好啊|好吧|行|行的|可以|可以的|确认|确定|是|是的|对|对的|没错|没问题|同意|嗯|嗯嗯|嗯好|当然|当然可以|请继续|继续|提交吧?|办吧|要的|好的确认|是的确认|确认提交|确认办理|我确认|我同意)$/,
];

const no = [
  /^(?:no|nope|nah|cancel|stop|don'?t|do not|never ?mind|decline(?:d)?|not now|no thanks?|no thank you|no way|forget it|cancel (?:it|this|that)|leave it|n)$/,
  /^(?:no|nope|nah)[ ,]+(?:thanks?|thank you|cancel|stop|don'?t|do not|never ?mind|leave it|cancel (?:it|this|that)|don'?t do (?:it|that))(?: please)?$/,
  /^(?:please )?(?:cancel|stop|don'?t do (?:it|that))(?: it| this| that)?(?: please)?$/,
  /^(?:不|不要|不用|不用了|不是|不对|不行|不可以|不同意|不确认|不了|取消|取消吧|取消掉|算了|算了吧|别|别弄了|先不|先不用|先不要|拒绝|停|停止|不要了|不办了)$/,
];

/**
 * Reads a short reply to "shall I do this?". Only a whole, unambiguous reply counts: anything with
 * more in it ("yes but change the date") is `undefined` and must be understood as a message.
 */
export function readConsent(text: string): 'yes' | 'no' | undefined {
  if (text.length > longestReply) return undefined;
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[\s.!。~～]+$/u, '')
    .replace(/[,，、\s]+/gu, ' ')
    .trim();
  const joined = /\p{Script=Han}/u.test(plain) ? plain.replace(/ /g, '') : plain;
  if (yes.some((pattern) => pattern.test(joined))) return 'yes';
  if (no.some((pattern) => pattern.test(joined))) return 'no';
  return undefined;
}
