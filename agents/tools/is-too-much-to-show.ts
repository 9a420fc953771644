import type { StoredPreview } from '@/lib/db/actions/actions';

/** More than this nobody reads before they agree to it. */
const mostCharacters = 8_000;
const mostLines = 200;

/** Whether a preview is too long to be shown in full: what is not seen cannot be agreed to. */
export function isTooMuchToShow({
  title,
  fields,
}: Pick<StoredPreview, 'title' | 'fields'>): boolean {
  const texts = [title, ...fields.flatMap(({ label, value }) => [label, value])];
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const lines = fields.reduce((sum, { value }) => sum + value.split('\n').length, 0);
  return characters > mostCharacters || lines > mostLines;
}
