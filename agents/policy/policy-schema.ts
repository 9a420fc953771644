import { z } from 'zod';
import { caseSummarySchema } from '@/lib/shared/inbox';

/** Longest text of a rule, in characters. */
const longestText = 2_000;
const longestPhrase = 200;

/** A rule, and what it sets, is called by letters, digits, hyphens and underscores. */
const name = z.string().regex(/^\p{L}[\p{L}\p{N}_-]{0,59}$/u);
const variable = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const text = z.string().trim().min(1).max(longestText);
const phrase = z.string().trim().min(1).max(longestPhrase);

const ofText = (key: string) => (value: unknown) =>
  typeof value === 'string' ? { [key]: value } : value;

/** One text for both languages, or one for each; the other stands in where one is absent. */
const texts = z.preprocess(
  (value) => (typeof value === 'string' ? { en: value, zh: value } : value),
  z
    .strictObject({ en: text.optional(), zh: text.optional() })
    .refine(({ en, zh }) => en !== undefined || zh !== undefined, 'needs_text'),
);
export type Texts = z.infer<typeof texts>;

const phrases = z.preprocess(
  (value) => (Array.isArray(value) ? { any: value } : value),
  z
    .strictObject({
      any: z.array(phrase).optional(),
      en: z.array(phrase).optional(),
      zh: z.array(phrase).optional(),
    })
    .transform(({ any = [], en = [], zh = [] }) => [...any, ...en, ...zh])
    .refine((all) => all.length > 0, 'needs_phrase'),
);

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item).min(1));

/** What must hold for a rule beside its phrases. */
export const whenSchema = z.strictObject({
  person: oneOrMore(z.enum(['guest', 'customer', 'staff'])).optional(),
  language: z.enum(['en', 'zh']).optional(),
  /** Values that count; an empty one means that the variable is not set. */
  variables: z.record(variable, oneOrMore(z.string())).optional(),
});

/** Values by what people call them; a plain list calls each by itself. */
const choices = z.preprocess(
  (value) =>
    Array.isArray(value) ? Object.fromEntries(value.map((each) => [String(each), [each]])) : value,
  z
    .record(z.string().min(1).max(longestPhrase), oneOrMore(phrase))
    .refine((all) => Object.keys(all).length > 1, 'needs_choices'),
);

const pattern = z.string().min(1).max(longestText).refine(isPattern, 'bad_pattern');

function isPattern(source: string): boolean {
  try {
    return Boolean(new RegExp(source, 'iu'));
  } catch {
    // Whatever is wrong with it, the author is told that it is no pattern.
    return false;
  }
}

const ask = z
  .strictObject({
    variable,
    question: texts,
    choices: choices.optional(),
    pattern: pattern.optional(),
  })
  .refine((question) => !(question.choices && question.pattern), 'choices_or_pattern');
export type Ask = z.infer<typeof ask>;

const goto = z.preprocess(
  ofText('specialist'),
  z.strictObject({ specialist: z.string().min(1), task: text.optional() }),
);

const escalate = z.preprocess(
  (value) => (value === '' ? {} : ofText('summary')(value)),
  z.strictObject({
    category: caseSummarySchema.shape.category.default('rule'),
    team: z.string().min(1).optional(),
    priority: z.enum(['low', 'normal', 'high']).optional(),
    summary: text.optional(),
  }),
);

/** One step of a rule, as the file says it. */
export const stepSchema = z
  .strictObject({
    reply: texts.optional(),
    set: z.record(variable, z.string().max(longestPhrase)).optional(),
    ask: ask.optional(),
    goto: goto.optional(),
    escalate: escalate.optional(),
  })
  .refine((acts) => Object.keys(acts).length === 1, 'one_act');
/** One thing a rule does: exactly one of its keys is there. */
export type PolicyStep = z.infer<typeof stepSchema>;

/** One rule of the policy, as the file says it. */
export const ruleSchema = z.strictObject({
  name,
  phrases,
  /** Whether a phrase may stand within a message, or must be all of it. */
  match: z.enum(['within', 'whole']).default('within'),
  when: whenSchema.optional(),
  steps: z.array(stepSchema).min(1).max(20),
});
/** A rule of the file. */
export type RuleShape = z.infer<typeof ruleSchema>;

/** The file around its rules; each of those is read by itself, so that one fault hides no other. */
export const fileSchema = z.strictObject({ rules: z.array(z.unknown()).max(500) });
