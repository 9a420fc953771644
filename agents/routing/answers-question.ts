import { saysNoSource } from '@/agents/no-source';

const longestReply = 40;
const isQuestion = /[?？]\s*$/;
/** "Which order is it? Please tell me its number, for example SO-10421." asks, too. */
const asking = /[?？][^?？\n]{0,80}$/;

const card = /\([^()\n]{1,60}: (?:declined|expired)\)\s*$/;

/** Whether a card was shown last that the person moved on from instead of deciding about it. */
export function showsCard(lastAnswer: string): boolean {
  return card.test(lastAnswer);
}

/** Whether an answer of the desk ends with a question. */
export function isAsking(lastAnswer: string): boolean {
  return asking.test(lastAnswer.trimEnd());
}

/** Whether a few words are the answer to what the desk has just asked or shown. */
export function answersQuestion(text: string, lastAnswer: string): boolean {
  if (text.length > longestReply || isQuestion.test(text)) return false;
  if (showsCard(lastAnswer)) return true;
  return isAsking(lastAnswer) && !saysNoSource(lastAnswer);
}
