import { detectLocale } from '@/lib/locale';
import { comparableText } from '../comparable-text';

/** What of an answer is looked at, in words and in characters of a Chinese one. */
const longestAnswer = { words: 60, characters: 120 };

/** Whether the beginning of an answer, as long as people read, holds one of the expected spans. */
export function holdsSpan(answer: string, spans: string[]): boolean {
  const read = comparableText(beginningOf(withoutMarks(answer)));
  return spans.some((span) => read.includes(comparableText(span)));
}

/** Numbers of citations and Markdown say nothing. */
function withoutMarks(answer: string): string {
  return answer.replace(/\[\d+\]/g, ' ').replace(/[*|>#]/g, ' ');
}

function beginningOf(text: string): string {
  if (detectLocale(text) === 'en') {
    return (text.match(/\S+/g) ?? []).slice(0, longestAnswer.words).join(' ');
  }
  return [...text.replace(/\s/g, '')].slice(0, longestAnswer.characters).join('');
}
