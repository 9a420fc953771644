import { type Document, LineCounter, parseDocument } from 'yaml';
import { checkRules } from './check-rules';
import { issueFaults } from './issue-faults';
import { normalizeMessage } from './normalize-message';
import { PhraseMatcher } from './phrase-matcher';
import { inOrder, type PolicyFault } from './policy-fault';
import { fileSchema, type RuleShape, ruleSchema } from './policy-schema';
import { YamlPlaces } from './yaml-places';

/** Largest policy file, in characters. */
const longestFile = 500_000;

/** A rule that was read, and its place in the file's list. */
interface ReadRule {
  index: number;
  rule: RuleShape;
}

/** A rule as it is followed. */
export interface Rule extends Omit<RuleShape, 'phrases'> {
  /** Where the rule begins in its file. */
  line: number;
}

/** A policy, ready to be followed: its rules, and what finds them by a message. */
export interface Policy {
  rules: readonly Rule[];
  /** Rules whose phrases a message holds, in the order of the file. */
  match: (text: string) => Rule[];
}

/** A policy, or every fault that keeps it from being one. */
export type ParsedPolicy = { policy: Policy } | { faults: PolicyFault[] };

/**
 * Reads a policy file. Scalars are all text, so that `yes` and `1` are words like any other.
 * @param specialists those that rules may name; not checked when absent
 */
export function parsePolicy(text: string, specialists?: readonly string[]): ParsedPolicy {
  if (text.length > longestFile) {
    const values = { maximum: String(longestFile) };
    return { faults: [{ line: 1, column: 1, code: 'too_large', values }] };
  }
  const lines = new LineCounter();
  const options = { lineCounter: lines, schema: 'failsafe', prettyErrors: false } as const;
  const document = parseDocument(text, options);
  const places = new YamlPlaces(document, lines);
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ pos, message }) => {
      return { ...places.at(pos[0]), code: 'syntax', values: { detail: message } };
    });
    return { faults: inOrder(faults) };
  }
  const content = readContent(document);
  if (content instanceof Error) {
    return { faults: [{ ...places.at(0), code: 'syntax', values: { detail: content.message } }] };
  }
  const file = fileSchema.safeParse(content);
  if (!file.success) return { faults: inOrder(issueFaults(file.error.issues, [], places)) };
  return readRules(file.data.rules, places, specialists);
}

/** What the document says; an alias of nothing, or of far too much, is found out only here. */
function readContent(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof ReferenceError) return error;
    throw error;
  }
}

function readRules(
  entries: unknown[],
  places: YamlPlaces,
  specialists?: readonly string[],
): ParsedPolicy {
  const faults: PolicyFault[] = [];
  const read: ReadRule[] = [];
  for (const [index, entry] of entries.entries()) {
    const parsed = ruleSchema.safeParse(entry);
    if (parsed.success) read.push({ index, rule: parsed.data });
    else faults.push(...issueFaults(parsed.error.issues, ['rules', index], places));
  }
  faults.push(...checkRules(entries, specialists, places));
  faults.push(...unmatchable(read, places));
  return faults.length > 0 ? { faults: inOrder(faults) } : { policy: compile(read, places) };
}

/** Phrases without a letter or digit would be found in no message. */
function unmatchable(read: ReadRule[], places: YamlPlaces): PolicyFault[] {
  return read.flatMap(({ index, rule }) =>
    rule.phrases
      .filter((phrase) => normalizeMessage(phrase).words === '')
      .map((phrase) => places.fault('no_words', ['rules', index, 'phrases'], { phrase })),
  );
}

function compile(read: ReadRule[], places: YamlPlaces): Policy {
  const rules = read.map(({ index, rule: { phrases: _, ...rule } }) => {
    return { ...rule, line: places.fault('', ['rules', index]).line };
  });
  const matcher = new PhraseMatcher(
    read.flatMap(({ rule: { phrases, match } }, at) =>
      phrases.map((phrase) => ({ phrase, isWhole: match === 'whole', at })),
    ),
  );
  return {
    rules,
    match: (message) => matcher.find(message).flatMap((at) => rules[at] ?? []),
  };
}
