import type { Authorization } from './authorization';

/** What stands in the place of a secret. */
export const hiddenSecret = '••••••';
/** Anything shorter may be a word by chance. */
const shortest = 8;

/**
 * A text without what a request proved itself with: a system that repeats what it was sent tells it
 * to nobody. Also as JSON and addresses write it.
 */
export function withoutSecrets(text: string, { headers, query }: Authorization): string {
  const values = [...Object.values(headers), ...Object.values(query)];
  // A header may hold a scheme before the secret.
  const secrets = values.flatMap((value) => [value, value.split(' ').at(-1) ?? '']);
  const spelled = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ]);
  return [...new Set(spelled)]
    .filter(({ length }) => length >= shortest)
    .reduce((clean, secret) => clean.replaceAll(secret, hiddenSecret), text);
}
