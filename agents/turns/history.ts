import { AIMessage, type BaseMessage, HumanMessage } from '@langchain/core/messages';
import { memorySize } from '@/agents/memory/memory-size';
import { type MessageRow, storedParts } from '@/lib/db/conversations/messages';

/** The words of a stored message: its text and what its action cards say. */
export function wordsOf(row: MessageRow): string {
  return storedParts(row)
    .flatMap((part) => {
      if (part.type === 'text') return [part.text];
      if (part.type === 'data-action') return [`(${part.data.title}: ${part.data.state})`];
      return [];
    })
    .join('\n')
    .trim();
}

/** That an answer came to nothing: what was asked before it is not asked again with what follows. */
function brokenOff(row: MessageRow): string {
  const notices = storedParts(row).flatMap((part) =>
    part.type === 'data-notice' ? [part.data.code] : [],
  );
  return notices.includes('stopped') || notices.includes('failed') ? '(No answer was given.)' : '';
}

/**
 * A conversation's messages as a model takes them. Strict providers want people and assistant in
 * turns and nothing empty, so neighbours of one side are joined and empty messages left out.
 */
export function toHistory(rows: MessageRow[]): BaseMessage[] {
  const turns: { isPerson: boolean; text: string }[] = [];
  for (const row of rows) {
    const words = wordsOf(row) || brokenOff(row);
    if (words === '') continue;
    const isPerson = row.role === 'user';
    const text = row.role === 'operator' ? `(A colleague wrote:) ${words}` : words;
    const last = turns.at(-1);
    if (last?.isPerson === isPerson) last.text += `\n\n${text}`;
    else turns.push({ isPerson, text });
  }
  const shown = newestOf(turns);
  const fromPerson = shown.findIndex(({ isPerson }) => isPerson);
  return shown
    .slice(Math.max(fromPerson, 0))
    .map(({ isPerson, text }) => (isPerson ? new HumanMessage(text) : new AIMessage(text)));
}

/** As many of the newest as a model is shown: each turn is paid for by all that it is shown. */
function newestOf<T extends { text: string }>(turns: T[]): T[] {
  let from = turns.length - 1;
  let room = memorySize.characters - (turns.at(-1)?.text.length ?? 0);
  for (; from > 0; from -= 1) {
    room -= turns[from - 1]?.text.length ?? 0;
    if (room < 0) break;
  }
  return turns.slice(Math.max(from, 0));
}
