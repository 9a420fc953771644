import type { Property } from '@/agents/builtin-model/bound-tool';

/**
 * Words that stand for each value of an enum: the value itself, and what the description lists
 * for it in brackets: `damaged (broken, 坏了), wrong_item (发错)`. All in lower case.
 */
export function wordsFor(value: string, description: string): string[] {
  const spaced = value.replaceAll(/[_-]/g, ' ');
  const at = description.toLowerCase().indexOf(`${value.toLowerCase()} (`);
  const listed = at < 0 ? undefined : /\(([^)]*)\)/.exec(description.slice(at))?.[1];
  const synonyms = listed?.split(/[,，、;]/).map((word) => word.trim()) ?? [];
  return [value, spaced, ...synonyms].filter((word) => word !== '').map((w) => w.toLowerCase());
}

/** Whether a text in lower case holds a word, not as a piece of another. */
export function mentions(text: string, word: string): boolean {
  if (/\p{Script=Han}/u.test(word)) return text.includes(word);
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'u').test(text);
}

/** The enum value that a text names; undefined when it names none, or two of them. */
export function readChoice(text: string, property: Property): string | undefined {
  const plain = text.normalize('NFKC').toLowerCase();
  const named = (property.enum ?? []).filter((value) =>
    wordsFor(value, property.description ?? '').some((word) => mentions(plain, word)),
  );
  return named.length === 1 ? named[0] : undefined;
}
