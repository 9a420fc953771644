import { saysNoSource } from '@/agents/no-source';

const longestReply = 40;
const isQuestion = /[?？]\s*$/;

/** A card that was shown last and that the person moved on from instead of deciding about it. */
const showsCard = /\([^()\n]{1,60}: (?:declined|expired)\)\s*$/;

/** Whether a few words are the answer to what the desk has just asked or shown. */
export function answersQuestion(text: string, lastAnswer: string): boolean {
  if (text.length > longestReply || isQuestion.test(text)) return false;
  if (showsCard.test(lastAnswer)) return true;
  return isQuestion.test(lastAnswer) && !saysNoSource(lastAnswer);
}
