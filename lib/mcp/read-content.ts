import { z } from 'zod';

/** Longest message of a refusal, in characters. */
const longestMessage = 500;
/** Most parts of an answer that are read. */
const maxParts = 500;

const named = z.string().max(300).optional().catch(undefined);

/** A part of an answer: text, or something that is named and not passed on. */
export const contentSchema = z.looseObject({
  type: z.string(),
  text: z.string().optional().catch(undefined),
  mimeType: named,
  name: named,
  uri: named,
  resource: z
    .looseObject({ uri: named, text: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
type Content = z.infer<typeof contentSchema>;

/** What an answer says in words; what it holds besides is named. */
export function textOf(parts: readonly Content[]): string {
  const shown = parts.slice(0, maxParts).map(told);
  if (parts.length > maxParts) shown.push(`[+${parts.length - maxParts}]`);
  return clean(shown.join('\n'));
}

function told({ type, text, mimeType, name, uri, resource }: Content): string {
  if (type === 'text') return text ?? '';
  const what = name ?? resource?.uri ?? uri ?? mimeType;
  return what === undefined ? `[${type}]` : `[${type}: ${what}]`;
}

/** The beginning of something that a server says. */
export function shortText(text: string): string {
  return clean(text).slice(0, longestMessage).toWellFormed();
}

const clean = (text: string) => text.replaceAll('\0', '').toWellFormed();
