import { saysNoSource } from './no-source';

const longestReply = 40;
const isQuestion = /[?？]\s*$/;

/** Whether a few words are the answer to what the desk has just asked. */
export function answersQuestion(text: string, lastAnswer: string): boolean {
  if (text.length > longestReply || isQuestion.test(text)) return false;
  return isQuestion.test(lastAnswer) && !saysNoSource(lastAnswer);
}
