const maxLength = 200;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/g;

/**
 * The name people gave a file, for showing only: without folders, control characters and direction
 * marks that could make it look like another. Never part of a path.
 */
export function safeFilename(given: string): string {
  const last = given.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const cleaned = last.replace(unsafe, '').trim().replace(/^\.+/, '');
  return cleaned.slice(0, maxLength) || 'file';
}
