import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { envSchema } from '@/lib/env';
import { catalogs } from '@/lib/i18n/catalog';

/** The README's row of each variable, as the schema tells it. */
function expectedRows(): string[] {
  return Object.entries(envSchema.shape).map(([name, schema]) => {
    const parsed = schema.safeParse(undefined);
    const fallback = parsed.success && parsed.data !== undefined ? `\`${parsed.data}\`` : '';
    return `| \`${name}\` | ${schema.description} | ${fallback} |`;
  });
}

test('the README has one row for every environment variable, as the schema tells it', () => {
  const readme = readFileSync('README.md', 'utf8');
  const rows = readme.split('\n').filter((line) => /^\| `[A-Z_]+` \|/.test(line));
  expect(rows).toEqual(expectedRows());
});

/** Every text of a catalogue by its key, `errors.not_found`. */
function flatten(value: unknown, key = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[key, value]]);
  const entries = Object.entries(value as Record<string, unknown>);
  return new Map(
    entries.flatMap(([name, inner]) => [...flatten(inner, key ? `${key}.${name}` : name)]),
  );
}

/**
 * The names of a message's ICU arguments, sorted, each once. An argument opens at an even depth
 * of braces; at an odd one stand the branches of a select or plural.
 */
function argumentNames(message: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const [index, character] of [...message].entries()) {
    if (character === '{' && depth % 2 === 0) {
      const name = /^\s*(\w+)\s*[,}]/.exec([...message].slice(index + 1).join(''))?.[1];
      if (name) names.add(name);
    }
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
  }
  return [...names].sort();
}

const english = flatten(catalogs.en);
const chinese = flatten(catalogs.zh);

test('English and Chinese have the same texts', () => {
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
});

test('no text is empty', () => {
  const empty = [...english, ...chinese].filter(([, text]) => text.trim() === '');
  expect(empty).toEqual([]);
});

test('both languages take the same values', () => {
  const different = [...english].filter(([key, text]) => {
    return String(argumentNames(text)) !== String(argumentNames(chinese.get(key) ?? ''));
  });
  expect(different.map(([key]) => key)).toEqual([]);
});

test('Chinese texts are Chinese', () => {
  // Names, formats and units may read the same in both; sentences may not.
  const untranslated = [...english].filter(([key, text]) => {
    return text.split(' ').length > 3 && chinese.get(key) === text;
  });
  expect(untranslated.map(([key]) => key)).toEqual([]);
});
