import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** From the top of the house down: a folder may import those after it, never those before. */
const floors = ['app', 'agents', 'knowledge', 'lib', 'drizzle'];
const longestFile = 350;

interface Source {
  file: string;
  text: string;
  floor: number;
  isTest: boolean;
}

function listSources(): Source[] {
  return floors.flatMap((folder, floor) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
      .filter((file) => /\.(ts|tsx)$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => ({
        file,
        floor,
        text: readFileSync(file, 'utf8'),
        isTest: /\.(test|contract)\.tsx?$/.test(file),
      })),
  );
}

const sources = listSources();
const product = sources.filter(({ isTest }) => !isTest);

/** What a file imports, static and dynamic, types included. */
function importsOf(text: string): string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map((match) => match[1] ?? '');
}

/** The folder at the top of the house that an import leads to, if it is one of ours. */
function targetFloor(file: string, specifier: string): number {
  const target = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), specifier)
      : '';
  return floors.indexOf(target.split('/')[0] ?? '');
}

test('imports run from app over agents, knowledge and lib to drizzle, never back', () => {
  const wrong = product.flatMap(({ file, text, floor }) =>
    importsOf(text)
      .filter((specifier) => {
        const target = targetFloor(file, specifier);
        return target !== -1 && target < floor;
      })
      .map((specifier) => `${file} imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

test('the product does not import from its tests', () => {
  const wrong = product.filter(({ text }) =>
    importsOf(text).some((specifier) => specifier.startsWith('@/tests/')),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('there are no barrels: no file only passes on what others export', () => {
  const barrels = product.filter(({ text }) => /^export \* from/m.test(text));
  expect(barrels.map(({ file }) => file)).toEqual([]);
});

test('there are no drawers called utils, helpers, common, service or manager', () => {
  const drawers = sources.filter(({ file }) =>
    /(^|[/-])(utils?|helpers?|common|services?|managers?)([-./]|$)/.test(file),
  );
  expect(drawers.map(({ file }) => file)).toEqual([]);
});

test(`no file is longer than ${longestFile} lines`, () => {
  const long = sources.filter(({ text }) => text.split('\n').length > longestFile);
  expect(long.map(({ file }) => file)).toEqual([]);
});

test('files are named in kebab-case, as what they export', () => {
  const odd = sources.filter(({ file }) => {
    const name = path.posix.basename(file).replace(/(\.test|\.contract|\.module)?\.tsx?$/, '');
    return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
  });
  expect(odd.map(({ file }) => file)).toEqual([]);
});

test('nothing is typed any, and no fault is swallowed silently', () => {
  const wrong = sources.filter(({ text }) =>
    /(:|<|\bas) any\b|@ts-(ignore|nocheck)|catch\s*(\(\w+\))?\s*\{\s*\}/.test(text),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('every route is made with route(), save those that must answer without a database', () => {
  const free = [
    /^app\/api\/(health|ready|openapi\.json)\/route\.ts$/,
    // Auth.js brings its own handlers; the demo API stands for somebody else's system.
    /^app\/api\/auth\//,
    /^app\/api\/demo\//,
  ];
  const wrong = product.filter(
    ({ file, text }) =>
      /^app\/api\/.*\/route\.ts$/.test(file) &&
      !free.some((pattern) => pattern.test(file)) &&
      !importsOf(text).includes('@/lib/http/route'),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});
