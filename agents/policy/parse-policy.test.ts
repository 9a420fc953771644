import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePolicy } from './parse-policy';
import { faultSentence } from './policy-fault';

const specialists = ['support', 'finance'];

/** What is said about a file, and where: `line:column code`. */
function faultsOf(file: string): string[] {
  const parsed = parsePolicy(file, specialists);
  return 'faults' in parsed
    ? parsed.faults.map(({ line, column, code }) => `${line}:${column} ${code}`)
    : [];
}

const broken = `rules:
  - name: opening hours
    phrases: [open]
    steps:
      - reply: We open at nine, {who}.
  - name: money
    phrase: [money]
    phrases: []
    when: {person: robot}
    steps:
      - goto: treasury
        reply: One moment.
      - escalate: {priority: urgent}
  - name: order
    phrases: ["?!", order]
    steps:
      - ask: {variable: Order, question: "Which?", pattern: "(["}
  - name: refund
    phrases: [refund]
    steps:
      - goto: treasury
      - reply: {en: ""}
  - name: refund
    phrases: [money back]
    when: {variables: {plan: gold}}
    steps:
      - goto: finance
      - set: {asked: "yes"}
`;

test('every fault of a file is told at once, with its line and column', () => {
  expect(faultsOf(broken)).toEqual([
    '2:11 bad_name',
    '5:16 never_set',
    '7:5 unknown_key',
    '8:14 needs_phrase',
    '9:20 not_one_of',
    '11:9 one_act',
    '13:30 not_one_of',
    '17:25 bad_name',
    '17:61 bad_pattern',
    '21:15 unknown_specialist',
    '22:9 unreachable',
    '22:21 empty',
    '23:11 name_taken',
    '25:30 never_set',
    '28:9 unreachable',
  ]);
});

test('rules that are well formed are held to each other and to what there is', () => {
  const rule = (name: string, step: string) =>
    `  - name: ${name}\n    phrases: [x]\n    steps:\n      - ${step}\n`;
  const file = `rules:\n${rule('a', 'goto: treasury')}${rule('a', 'reply: "{who}?"')}`;
  expect(faultsOf(file)).toEqual(['5:15 unknown_specialist', '6:11 name_taken', '9:16 never_set']);
});

test('what is no YAML is told by its place, too', () => {
  expect(faultsOf('rules:\n  - name: a\n   phrases: [x\n').length).toBeGreaterThan(0);
  expect(faultsOf('rules:\n  - name: a\n    name: b\n')).toEqual(['3:5 syntax']);
  expect(faultsOf('')).toEqual(['1:1 wrong_kind']);
  expect(faultsOf('rules: none')).toEqual(['1:8 wrong_kind']);
});

test.each(['en', 'zh'] as const)('a fault is a sentence, in %s', (locale) => {
  const parsed = parsePolicy(broken, specialists);
  const sentences = 'faults' in parsed ? parsed.faults.map((it) => faultSentence(it, locale)) : [];
  expect(sentences.filter((sentence) => sentence.includes('policy.faults'))).toEqual([]);
  expect(sentences[0]).toMatch(locale === 'en' ? /^Line 2, column 11: / : /^第 2 行，第 11 列：/);
});

test('the policy that is shipped has no fault', () => {
  expect(faultsOf(readFileSync('agents/policy.yaml', 'utf8'))).toEqual([]);
});

test.each([
  ['a name for nothing', 'rules: *gone'],
  [
    'a list of lists of lists',
    `a: &a [1, 1]\nb: &b [${'*a, '.repeat(40)}]\nrules: [${'*b, '.repeat(40)}]`,
  ],
])('%s is a fault of the file, not of the desk', (_, file) => {
  expect(faultsOf(file)).toEqual(['1:1 syntax']);
});
