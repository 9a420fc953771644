import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** From the top of the house down: a folder may import those after it, never those before. */
const floors = ['app', 'agents', 'knowledge', 'lib', 'drizzle'];
/** From what people connected down to the wire: a room may import those further down, never its neighbours. */
const roomsToSystems = [
  ['lib/operations'],
  ['lib/connections'],
  ['lib/mcp', 'lib/business'],
  ['lib/credentials', 'lib/json-schema'],
  ['lib/net'],
  ['lib/shared'],
];
/** Tests may run longer: what is one story stays together. */
const longestFile = { product: 250, test: 350 };

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

/** The path that an import leads to in this house; empty for a package. */
function targetPath(file: string, specifier: string): string {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (!specifier.startsWith('.')) return '';
  return path.posix.join(path.posix.dirname(file), specifier);
}

/** The folder at the top of the house that an import leads to, if it is one of ours. */
function targetFloor(file: string, specifier: string): number {
  return floors.indexOf(targetPath(file, specifier).split('/')[0] ?? '');
}

/** The files of the product that each of them imports, types included. */
function importedFiles(): Map<string, string[]> {
  const known = new Set(product.map(({ file }) => file));
  const find = (target: string) =>
    [`${target}.ts`, `${target}.tsx`, target].filter((file) => known.has(file));
  return new Map(
    product.map(({ file, text }) => [
      file,
      importsOf(text).flatMap((specifier) => find(targetPath(file, specifier))),
    ]),
  );
}

/** The first circle of imports that is met from a file, as a path that ends where it began. */
function findCircle(
  imports: Map<string, string[]>,
  file: string,
  way: string[],
  done: Set<string>,
): string[] | undefined {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
  if (done.has(file)) return undefined;
  for (const next of imports.get(file) ?? []) {
    const circle = findCircle(imports, next, [...way, file], done);
    if (circle) return circle;
  }
  done.add(file);
  return undefined;
}

test('no file imports itself by way of others', () => {
  const imports = importedFiles();
  const done = new Set<string>();
  const circles = [...imports.keys()].flatMap((file) => {
    const circle = findCircle(imports, file, [], done);
    return circle ? [circle.join(' → ')] : [];
  });
  expect([...new Set(circles)]).toEqual([]);
});

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

test('from connections down to the wire imports run one way, too', () => {
  const roomOf = (file: string) => file.split('/').slice(0, 2).join('/');
  const depthOf = (room: string) => roomsToSystems.findIndex((rooms) => rooms.includes(room));
  const wrong = product.flatMap(({ file, text }) =>
    importsOf(text)
      .filter((specifier) => {
        const room = roomOf(targetPath(file, specifier));
        const isKnown = depthOf(room) !== -1;
        return isKnown && room !== roomOf(file) && depthOf(room) <= depthOf(roomOf(file));
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

test('no file of the product is longer than 250 lines, no test longer than 350', () => {
  const long = sources.filter(
    ({ text, isTest }) => text.split('\n').length > longestFile[isTest ? 'test' : 'product'],
  );
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
