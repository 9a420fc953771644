import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { featuresOf } from './features';
import { trainedOn } from './kept-training';
import { scoresOf } from './logistic-regression';

const said = [
  { text: 'Where is my parcel?', label: 0 },
  { text: '我的包裹到哪里了', label: 0 },
  { text: 'Book a repair', label: 1 },
  { text: '我要预约维修', label: 1 },
];

let made: string;
let folder: string;
beforeEach(() => {
  made = mkdtempSync(path.join(os.tmpdir(), 'trained-'));
  folder = path.relative('.', made);
});
afterEach(() => rmSync(made, { recursive: true }));

const scores = (utterances = said) =>
  scoresOf(
    trainedOn(utterances, { classes: 2 }, folder),
    featuresOf('Is my parcel at the repair desk?'),
  );
const files = () => readdirSync(folder);
const only = () => path.join(folder, files()[0] ?? '');

test('what was trained once is read the next time, and says the same', () => {
  const first = scores();
  expect(files()).toHaveLength(1);
  const kept = readFileSync(only());
  expect(scores()).toEqual(first);
  kept.writeFloatLE(100, 0);
  writeFileSync(only(), kept);
  expect(scores()[0]).toBeGreaterThan(90);
});

test('other words, or the same for another class, are trained for themselves', () => {
  const first = scores();
  expect(scores(said.map(({ text, label }) => ({ text, label: 1 - label })))).not.toEqual(first);
  expect(scores([...said, { text: 'repair, parcel', label: 0 }])).not.toEqual(first);
  expect(files()).toHaveLength(3);
});

test('what was trained for other words long ago is forgotten when something new is kept', () => {
  scores();
  const longAgo = new Date(Date.now() - 15 * 86_400_000);
  utimesSync(only(), longAgo, longAgo);
  scores([...said, { text: 'repair, parcel', label: 0 }]);
  expect(files()).toHaveLength(1);
});

test('of a file that is cut off nothing is used, and a folder that cannot be written does no harm', () => {
  const first = scores();
  truncateSync(only(), 1000);
  expect(scores()).toEqual(first);
  folder = 'package.json/trained';
  expect(scores()).toEqual(first);
});
