import { detectLocale, type Locale } from '@/lib/locale';
import type { Prompt } from './read-prompt';

/** Ids, numbers, times and addresses belong to no language. */
const neutral = /[\w.+-]{1,64}@[\w.-]{1,255}|[A-Za-z]{2,5}-\d[\d-]*|\d+\s?(?:[ap]\.?m\b\.?)?/gi;

function hasWords(text: string): boolean {
  return /\p{L}{2}|\p{Script=Han}/u.test(text.replaceAll(neutral, ' '));
}

/** The language to answer in: that of the person's last message that has words in it. */
export function conversationLocale({ dialogue, question }: Prompt): Locale {
  const said = dialogue.filter(({ by }) => by === 'person').map(({ text }) => text);
  return detectLocale([...said, question].findLast(hasWords) ?? question);
}
