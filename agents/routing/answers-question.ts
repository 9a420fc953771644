import { saysNoSource } from '@/agents/no-source';

const longestReply = 40;
const isQuestion = /[?？]\s*$/;

const card = /\([^()\n]{1,60}: (?:declined|expired)\)\s*$/;

/** Whether a card was shown last that the person moved on from instead of deciding about it. */
export function showsCard(lastAnswer: string): boolean {
  return card.test(lastAnswer);
}

/** Whether a few words are the answer to what the desk has just asked or shown. */
export function answersQuestion(text: string, lastAnswer: string): boolean {
  if (text.length > longestReply || isQuestion.test(text)) return false;
  if (showsCard(lastAnswer)) return true;
  return isQuestion.test(lastAnswer) && !saysNoSource(lastAnswer);
}
