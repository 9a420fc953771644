import { comparableText } from '../comparable-text';

/** Words of an answer that are looked at; a Chinese character counts as half of one. */
const longestAnswer = 60;

/** Whether the beginning of an answer, as long as people read, holds one of the expected spans. */
export function holdsSpan(answer: string, spans: string[]): boolean {
  const read = comparableText(firstWords(withoutMarks(answer)));
  return spans.some((span) => read.includes(comparableText(span)));
}

/** Numbers of citations and Markdown say nothing. */
function withoutMarks(answer: string): string {
  return answer.replace(/\[\d+\]/g, ' ').replace(/[*|>#]/g, ' ');
}

function firstWords(text: string): string {
  let words = 0;
  for (const { 0: word, index } of text.matchAll(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu)) {
    words += /\p{Script=Han}/u.test(word) ? 0.5 : 1;
    if (words > longestAnswer) return text.slice(0, index);
  }
  return text;
}
