import { isJsonObject } from '@/lib/shared/json-object';
import { placeholdersOf } from './fill-template';
import type { PolicyFault } from './policy-fault';
import { type PolicyStep, type RuleShape, stepSchema, whenSchema } from './policy-schema';
import type { YamlPlaces } from './yaml-places';

/** What can be understood of a rule, though other things in it may be at fault. */
interface Gist {
  /** Place in the file's list. */
  index: number;
  name?: string;
  when?: RuleShape['when'];
  /** Undefined where a step is no step. */
  steps: (PolicyStep | undefined)[];
}

/** What the rules may refer to. */
interface Known {
  /** Names of specialists; not checked when absent. */
  specialists?: readonly string[];
  /** Every variable that the file sets somewhere. */
  variables: ReadonlySet<string>;
}

/**
 * What is wrong with rules beside their form: names, order, and what they refer to. Rules whose
 * form is at fault are checked as far as they are understood, so that all is told at once.
 */
export function checkRules(
  entries: unknown[],
  specialists: readonly string[] | undefined,
  places: YamlPlaces,
): PolicyFault[] {
  const rules = entries.map(readGist);
  const known = { specialists, variables: new Set(entries.flatMap(variablesOf)) };
  return [
    ...repeatedNames(rules, places),
    ...rules.flatMap((rule) => [
      ...unknownConditions(rule, known, places),
      ...rule.steps.flatMap((step, at) => {
        const path = ['rules', rule.index, 'steps', at];
        return [
          ...unreachable(rule, at, path, places),
          ...(step ? unknownSpecialist(step, path, known, places) : []),
          ...(step ? unknownVariables(step, path, known, places) : []),
        ];
      }),
    ]),
  ];
}

function readGist(entry: unknown, index: number): Gist {
  if (!isJsonObject(entry)) return { index, steps: [] };
  const { name, when, steps } = entry;
  return {
    index,
    name: typeof name === 'string' ? name : undefined,
    when: whenSchema.safeParse(when).data,
    steps: Array.isArray(steps) ? steps.map((step) => stepSchema.safeParse(step).data) : [],
  };
}

/** The variables that a rule sets, also where its steps are otherwise at fault. */
function variablesOf(entry: unknown): string[] {
  const steps =
    isJsonObject(entry) && Array.isArray(entry.steps) ? entry.steps.filter(isJsonObject) : [];
  return steps.flatMap(({ set, ask }) => [
    ...(isJsonObject(set) ? Object.keys(set) : []),
    ...(isJsonObject(ask) && typeof ask.variable === 'string' ? [ask.variable] : []),
  ]);
}

function repeatedNames(rules: Gist[], places: YamlPlaces): PolicyFault[] {
  const seen = new Set<string>();
  return rules.flatMap(({ index, name }) => {
    if (name === undefined) return [];
    if (seen.has(name)) return [places.fault('name_taken', ['rules', index, 'name'], { name })];
    seen.add(name);
    return [];
  });
}

/** Whoever gives the message away has nothing left to do. */
function unreachable(
  { steps }: Gist,
  at: number,
  path: (string | number)[],
  places: YamlPlaces,
): PolicyFault[] {
  const before = steps[at - 1];
  return before && (before.goto || before.escalate) ? [places.fault('unreachable', path)] : [];
}

function unknownSpecialist(
  { goto }: PolicyStep,
  path: (string | number)[],
  { specialists }: Known,
  places: YamlPlaces,
): PolicyFault[] {
  if (!goto || !specialists || specialists.includes(goto.specialist)) return [];
  const values = { name: goto.specialist, known: specialists.join(', ') };
  return [places.fault('unknown_specialist', [...path, 'goto', 'specialist'], values)];
}

function unknownConditions({ index, when }: Gist, known: Known, places: YamlPlaces): PolicyFault[] {
  const path = ['rules', index, 'when', 'variables'];
  return Object.keys(when?.variables ?? {})
    .filter((name) => !known.variables.has(name))
    .map((name) => places.fault('never_set', [...path, name], { name }));
}

function unknownVariables(
  step: PolicyStep,
  path: (string | number)[],
  { variables }: Known,
  places: YamlPlaces,
): PolicyFault[] {
  return templatesOf(step).flatMap(({ text, at }) =>
    placeholdersOf(text)
      .filter((name) => !variables.has(name))
      .map((name) => places.fault('never_set', [...path, ...at], { name })),
  );
}

/** Every text of a step that may name variables, with its place in the step. */
function templatesOf({ reply, set, ask, goto, escalate }: PolicyStep) {
  const found: [string | undefined, string[]][] = [
    [reply?.en, ['reply', 'en']],
    [reply?.zh, ['reply', 'zh']],
    [ask?.question.en, ['ask', 'question', 'en']],
    [ask?.question.zh, ['ask', 'question', 'zh']],
    [goto?.task, ['goto', 'task']],
    [escalate?.summary, ['escalate', 'summary']],
    ...Object.entries(set ?? {}).map(([name, text]): [string, string[]] => [text, ['set', name]]),
  ];
  return found.flatMap(([text, at]) => (text === undefined ? [] : [{ text, at }]));
}
